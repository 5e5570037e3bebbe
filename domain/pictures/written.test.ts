import { expect, it } from 'vitest';
import { compileLesson } from '../lesson/compile.ts';
import { pictureInMarkdown } from './written.ts';

const ID = '0b51f0a4-6b1c-4f5e-9a56-0123456789ab';

it.each([
  'The graph of x²',
  'Brackets [a](b) and ![c]',
  'f:x and :name and $x^2$ and `code` and *stars* and _lines_ and ~~none~~',
  'a < b & c > d, &amp; \\ back | bar',
  'C:\\pictures',
])('says in Markdown what was typed: %s', async (alt) => {
  const source = `---\ntitle: A\ndescription: B\n---\n\n${pictureInMarkdown(ID, alt)}\n`;
  const compiled = await compileLesson(source, 'a.md', {}, { [ID]: { width: 1, height: 1 } });
  const [block] = compiled.ok ? compiled.lesson.body : [];
  const html = block?.type === 'html' ? block.html : '';
  const said = (/ alt="([^"]*)"/.exec(html)?.[1] ?? '').replace(/&#x(\w+);/g, (_, code) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  expect(said).toBe(alt);
});

it('puts words of several lines on one', () =>
  expect(pictureInMarkdown(ID, ' a\n\n b ')).toBe(`![a b](picture:${ID})`));
