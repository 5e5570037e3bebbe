import { describe, expect, it } from 'vitest';
import { check, compiled, lessonOf, problemsOf, told } from './example.ts';
import { parseMarkdown } from './markdown.ts';
import { Problems } from './problems.ts';
import { Renderer } from './render.ts';

/** All HTML that a lesson's page would be given. */
async function htmlOf(body: string): Promise<string> {
  return JSON.stringify(await compiled(body));
}

describe('hostile Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    'Text <img src=x onerror=alert(1)> more',
    '<!-- --><svg onload=alert(1)>',
    '<iframe src="//example.org"></iframe>',
    '<style>body { display: none }</style>',
  ])('refuses HTML: %s', async (source) => {
    expect((await told(source)).some((problem) => problem.startsWith('html@1'))).toBe(true);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html,hi)',
    '[a](//example.org)',
    '[a](/api/users)',
    '[a][b]\n\n[b]: vbscript:x',
  ])('refuses links that are none: %s', async (source) => {
    expect((await told(source))[0]).toMatch(/^link\.form@/);
  });

  it('renders nothing that runs even where its problem is passed over', () => {
    const source = '[a](javascript:x) ![b](https://example.org/p.png) <b onclick=x>c</b> [d](vbscript:y)';
    const root = parseMarkdown(source);
    const html = new Renderer(root, new Problems('lesson.md')).blocks(root.children);
    expect(html).toBe('<p><a>a</a> b c <a>d</a></p>');
  });

  it('refuses pictures from elsewhere', async () => {
    expect(await told('![a](https://example.org/pixel.png)')).toEqual(['picture.outside@1']);
  });

  it('typesets no TeX that could link, load or run', async () => {
    for (const tex of ['\\href{javascript:alert(1)}{x}', '\\includegraphics{x.png}', '\\htmlData{a=b}{x}']) {
      const problems = await problemsOf(lessonOf(`$${tex}$`));
      const html = problems.length > 0 ? '' : await htmlOf(`$${tex}$`);
      expect(html).not.toMatch(/href=|src=|data-a/);
    }
  });

  it('bounds macros that grow without end', async () => {
    expect(await told('$\\def\\a{\\a\\a}\\a$')).toEqual(['maths@1']);
  });

  it('takes no attribute of a directive into the page', async () => {
    expect(await told(':::figure{name=tangent onclick=alert(1) style="x"}\nHm.\n:::')).toEqual([
      'figure.parameter@1',
      'figure.parameter@1',
    ]);
  });

  it('sanitises options, notes, labels and titles as well', async () => {
    expect(await told(check('Q?\n\n- [x] <b onclick=x>Yes</b>\n- [ ] No'))).toContain('html@4');
    const html = await htmlOf(check('Q?\n\n- [x] `<script>`\n- [ ] No', '[`<b>`]{#some-check}'));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&#x3C;script>');
  });

  it('escapes what stands in code', async () => {
    const html = await htmlOf('```python\nx = "<script>alert(1)</script>"\n```\n\n```text\n</code></pre><script>\n```');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('</code></pre><');
  });

  it('does not expand YAML without end', async () => {
    const bomb = '```yaml tests\na: &a [x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b]\n```';
    const source = `::::exercise[T]{#t kind=function entry=f}\nDo.\n\n${bomb}\n::::`;
    expect((await told(source)).length).toBeGreaterThan(0);
  });
});
