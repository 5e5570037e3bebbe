import { describe, expect, it } from 'vitest';
import { compileLesson } from './compile.ts';
import { compileQuestion } from './compile-question.ts';

const ID = '0b51f0a4-6b1c-4f5e-9a56-0123456789ab';
const KNOWN = { [ID]: { width: 800, height: 600 } };
const IMG = `<img class="picture" src="/pictures/${ID}" alt="A graph" width="800" height="600" style="--w:800;--h:600" draggable="false" loading="lazy" decoding="async">`;

const lesson = (text: string): string => `---\ntitle: A\ndescription: B\n---\n\n${text}\n`;
const question = (parts: { prompt?: string; option?: string; note?: string; why?: string; hint?: string }): string =>
  `::::check[A]{#a}
${parts.prompt ?? 'Which one?'}

- [x] ${parts.option ?? 'This'}
- [ ] That
  > ${parts.note ?? 'No.'}

:::hint
${parts.hint ?? 'Look.'}
:::

:::explanation
${parts.why ?? 'So.'}
:::
::::
`;

async function problemsOf(text: string, known: Record<string, { width: number; height: number }> = KNOWN) {
  const compiled = await compileLesson(lesson(text), 'a.md', {}, known);
  return compiled.ok ? [] : compiled.problems.map(({ code }) => code);
}

describe('a picture in a text', () => {
  it('is shown from our own address, with its words and the room that it takes', async () => {
    const compiled = await compileLesson(lesson(`![A graph](picture:${ID})`), 'a.md', {}, KNOWN);
    expect(compiled.ok && compiled.lesson.body).toEqual([{ type: 'html', html: `<p>${IMG}</p>` }]);
  });

  it.each([
    ['of another site', '![a](https://example.org/a.png)', 'picture.outside'],
    ['of another site, by its name alone', '![a](//example.org/a.png)', 'picture.outside'],
    ['of a file', '![a](graph.png)', 'picture.form'],
    ['written out in the address', '![a](data:image/png;base64,AAAA)', 'picture.form'],
    ['by the path of a page', `![a](/pictures/${ID})`, 'picture.form'],
    ['that nobody knows', '![a](picture:1b51f0a4-6b1c-4f5e-9a56-0123456789ab)', 'picture.unknown'],
    ['without words', `![](picture:${ID})`, 'picture.alt'],
    ['with blanks for words', `![  ](picture:${ID})`, 'picture.alt'],
    ['with a page of words', `![${'word '.repeat(80)}](picture:${ID})`, 'picture.altLong'],
    ['by a name', '![a][b]\n\n[b]: https://example.org/a.png', 'picture.reference'],
  ])('%s is refused', async (_, text, code) => expect(await problemsOf(text)).toEqual([code]));

  it('cannot be made of HTML', async () => expect(await problemsOf(`<img src="/pictures/${ID}">`)).toEqual(['html']));

  it('has words that are text and nothing else', async () => {
    const compiled = await compileLesson(lesson(`![" onerror="alert(1) <b>](picture:${ID})`), 'a.md', {}, KNOWN);
    const [block] = compiled.ok ? compiled.lesson.body : [];
    const html = block?.type === 'html' ? block.html : '';
    expect(html).toContain('alt="&#x22; onerror=&#x22;alert(1) <b>"');
  });
});

describe('a picture in a question', () => {
  it('stands in its public half or in its key, by where it is written', async () => {
    const picture = `![A graph](picture:${ID})`;
    const inKey = await compileQuestion(question({ why: picture, hint: picture, note: picture }), 'q.md', KNOWN);
    expect(inKey.ok).toBe(true);
    if (!inKey.ok) return;
    const { key, ...view } = inKey.question;
    expect(JSON.stringify(view)).not.toContain(ID);
    expect(key.explanationHtml).toContain(IMG);
    expect(key.hints[0]).toContain(IMG);
    expect(JSON.stringify(key)).toContain(`/pictures/${ID}`);
  });

  it('may be all that an option is, and two options may differ by it alone', async () => {
    const other = '1b51f0a4-6b1c-4f5e-9a56-0123456789ab';
    const source = question({ option: `![A graph](picture:${ID})` }).replace(
      '[ ] That',
      `[ ] ![A graph](picture:${other})`,
    );
    const compiled = await compileQuestion(source, 'q.md', { ...KNOWN, [other]: { width: 10, height: 10 } });
    expect(compiled.ok && compiled.question.kind === 'choice' && compiled.question.options[0]?.html).toBe(IMG);
  });

  it('is kept by the form as it is written', async () => {
    const prompt = `Look.\n\n![A graph](picture:${ID})`;
    const compiled = await compileQuestion(question({ prompt }), 'q.md', KNOWN);
    expect(compiled.written?.prompt).toBe(prompt);
  });
});
