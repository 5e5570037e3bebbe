/** The second wall: whatever elements there may be, only what is on the list of the sanitiser comes out. */
import type { Root, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { Problems } from './problems.ts';
import { Renderer } from './render.ts';

/** A paragraph as Markdown cannot make it, but an extension of it may some day: mdast lets a node name its own element. */
function rendered(element: string, attributes: Record<string, string>, text = 'text'): string {
  const node: RootContent = {
    type: 'paragraph',
    data: { hName: element, hProperties: attributes },
    children: [{ type: 'text', value: text }],
  };
  const root: Root = { type: 'root', children: [node] };
  return new Renderer(root, new Problems('lesson.md')).blocks(root.children);
}

describe('what comes out of a lesson', () => {
  it.each(['onClick', 'onclick', 'onError', 'onMouseOver', 'style', 'id', 'src', 'srcDoc', 'formAction', 'dataX'])(
    'has no attribute %s, on any element that is allowed',
    (name) => {
      for (const element of ['p', 'a', 'em', 'strong', 'code', 'pre', 'ul', 'ol', 'li', 'h2', 'table', 'th', 'td'])
        expect(rendered(element, { [name]: 'alert(1)' })).not.toContain('alert(1)');
    },
  );

  it.each(['script', 'style', 'iframe', 'img', 'svg', 'form', 'input', 'object', 'base', 'link', 'button', 'h1'])(
    'has no element %s',
    (name) => {
      expect(rendered(name, { href: 'alert(1)' })).not.toMatch(/<(?!\/?p>)|alert/);
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,<p>', 'vbscript:alert(1)', 'java\nscript:alert(1)'])(
    'links to nothing like %j',
    (href) => {
      expect(rendered('a', { href })).toBe('<a>text</a>');
    },
  );

  it('keeps what Markdown makes', () => {
    expect(rendered('a', { href: 'https://example.org/', title: 'There' })).toBe(
      '<a href="https://example.org/" title="There" rel="noopener noreferrer">text</a>',
    );
  });
});
