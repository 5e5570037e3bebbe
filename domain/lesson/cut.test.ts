import { expect, it } from 'vitest';
import { compileQuestion } from './compile-question.ts';
import { cutQuestions } from './cut.ts';

const check = (id: string, text: string): string =>
  `::::check[T]{#${id}}\n${text}\n\n- [x] a\n- [ ] b\n\n:::explanation\nSo.\n:::\n::::\n`;

it('gives each question of a lesson with the links that it has, and no others', async () => {
  const lesson = `---\ntitle: A\n---\n\nText.\n\n${check('one', 'See [the book][1].')}\nMore.\n\n${check('two', 'Alone.')}\n[1]: https://example.org/\n[2]: https://example.org/2\n`;
  const cut = cutQuestions(lesson.replaceAll('\n', '\r\n'));
  expect([...cut.keys()]).toEqual(['one', 'two']);
  expect(cut.get('one')).toBe(`${check('one', 'See [the book][1].')}\n[1]: https://example.org/\n`);
  expect(cut.get('two')).toBe(check('two', 'Alone.'));
  for (const source of cut.values()) expect((await compileQuestion(source, 'q.md')).ok).toBe(true);
});
