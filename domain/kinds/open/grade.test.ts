/** A question without a key: what is handed in is received, whatever it says, and words are the same by their form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OF_EACH_KIND } from '../../../tests/support/live-questions.ts';
import { type AnswerOf, answer as answerSchema } from '../../answer.ts';
import { compiled, lessonOf, problemsOf } from '../../lesson/example.ts';
import { shareRight } from '../../live/score.ts';
import { type QuestionOf, viewOf } from '../../question.ts';
import { readAnswer } from '../../read-answer.ts';
import { firstUnread } from '../readings.ts';
import { open } from './asked.ts';
import { gradeOpen } from './grade.ts';
import { saidWords, sameWord } from './words.ts';

const asking = (form: QuestionOf<'open'>['form'], multiple = false): QuestionOf<'open'> => ({
  ...OF_EACH_KIND.open,
  form,
  multiple,
  options: form === 'poll' ? OF_EACH_KIND.open.options : [],
});
const answer = (change: Partial<AnswerOf<'open'>>): AnswerOf<'open'> =>
  ({ ...open.nothing, kind: 'open', ...change }) as AnswerOf<'open'>;
const form = fc.constantFrom('poll' as const, 'text' as const, 'cloud' as const);
const given = fc.record({
  kind: fc.constant('open' as const),
  choices: fc.subarray(['A', 'B', 'C', 'D']),
  text: fc.string({ maxLength: 40 }),
  words: fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }),
});

describe('an answer to a question without a key', () => {
  it.each([
    ['poll', { choices: ['B'] }],
    ['text', { text: 'I liked the descent.' }],
    ['cloud', { words: ['slope', '', 'descent'] }],
  ] as const)('to a %s is received, and thanked for', (asked, change) => {
    expect(gradeOpen(asking(asked), answer({ ...change } as Partial<AnswerOf<'open'>>))).toMatchObject({
      outcome: 'graded',
      result: 'received',
      points: 0,
      maxPoints: 0,
      feedback: [{ code: 'feedback.thanks' }],
    });
  });

  it('is no answer where nothing can be seen in it, and spends nothing', () => {
    for (const [asked, change] of [
      ['poll', {}],
      ['text', { text: ' \u200b\n' }],
      ['cloud', { words: ['', ' '] }],
      ['poll', { choices: ['A', 'B'] }],
    ] as const)
      expect(gradeOpen(asking(asked), answer({ ...change } as Partial<AnswerOf<'open'>>)).outcome).toBe('invalid');
    expect(gradeOpen(asking('poll', true), answer({ choices: ['A', 'B'] })).outcome).toBe('graded');
  });

  it('is told to be unread before it is handed in exactly where it would not be received, and is worth nothing live', () => {
    fc.assert(
      fc.property(form, fc.boolean(), given, (asked, multiple, one) => {
        const question = asking(asked, multiple);
        const verdict = gradeOpen(question, one);
        expect(firstUnread(viewOf(question), one) === undefined).toBe(verdict.outcome === 'graded');
        expect(shareRight(question, { answer: one, verdict: null })).toBe(verdict.points);
      }),
    );
  });

  it('fits only the field that is asked for', () => {
    const fits = (asked: QuestionOf<'open'>['form'], change: Partial<AnswerOf<'open'>>) =>
      readAnswer(viewOf(asking(asked)), answer(change)).ok;
    expect([fits('poll', { choices: ['A'] }), fits('poll', { text: 'A' }), fits('poll', { choices: ['F'] })]).toEqual([
      true,
      false,
      false,
    ]);
    expect([fits('text', { text: 'A' }), fits('text', { choices: ['A'] }), fits('cloud', { words: ['A'] })]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is bounded: 500 signs, three words of 30', () => {
    const fits = (change: Partial<AnswerOf<'open'>>) => answerSchema.safeParse(answer(change)).success;
    expect([fits({ text: 'x'.repeat(500) }), fits({ text: 'x'.repeat(501) })]).toEqual([true, false]);
    expect([fits({ words: ['x'.repeat(30)] }), fits({ words: ['x'.repeat(31)] })]).toEqual([true, false]);
    expect(fits({ words: ['a', 'b', 'c', 'd'] })).toBe(false);
    expect([fits({ text: '\0' }), fits({ words: ['\ud800'] })]).toEqual([false, false]);
  });
});

describe('words of a cloud', () => {
  it('are the same but for case, blanks and signs of the same meaning', () => {
    for (const other of ['SLOPE', ' slope ', 'ｓｌｏｐｅ', 'slo\u200bpe'])
      expect(sameWord(other)).toBe(sameWord('slope'));
    expect(sameWord('steep  slope')).toBe(sameWord('Steep slope'));
    for (const other of ['STRASSE', 'STRAẞE']) expect(sameWord('straße')).toBe(sameWord(other));
    expect(sameWord('slope')).not.toBe(sameWord('slopes'));
  });
  it('have one form, whatever form they are brought into first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(sameWord(sameWord(word))).toBe(sameWord(word));
      }),
    );
  });
  it('count once for each who says them', () => {
    expect(saidWords(['Slope', 'slope ', ' '])).toHaveLength(1);
  });
});

describe('its Markdown', () => {
  const source = (head: string, inside: string) => `::::check[Title]{#some kind=open${head}}\nWhat?\n\n${inside}\n::::`;
  const read = async (head: string, inside = '') => (await compiled(source(head, inside))).questions[0];
  const codes = async (head: string, inside = '') =>
    (await problemsOf(lessonOf(source(head, inside)))).map(({ code }) => code);
  it('is a poll where there is a list, else a text or a cloud, without points, attempts and explanation', async () => {
    const free = { points: 0, attempts: null, solutionAfter: null };
    expect(await read('', '- [ ] Descent\n- [ ] Ascent')).toMatchObject({
      ...free,
      form: 'poll',
      multiple: false,
      options: [{ letter: 'A' }, { letter: 'B' }],
    });
    expect(await read(' form=several', '- [ ] Descent\n- [ ] Ascent')).toMatchObject({ form: 'poll', multiple: true });
    expect(await read('')).toMatchObject({ ...free, form: 'text', options: [] });
    expect(await read(' form=cloud')).toMatchObject({ form: 'cloud', options: [] });
  });
  it('is told what has no sense where nothing is measured', async () => {
    expect(await codes(' form=poll')).toEqual(['choice.options']);
    expect(await codes(' form=cloud', '- [ ] One\n- [ ] Two')).toEqual(['open.noList']);
    expect(await codes(' attempts=3')).toEqual(['open.measured']);
    expect(await codes('', '- [x] One\n- [ ] Two')).toEqual(['open.right']);
    expect(await codes(' form=essay')).toEqual(['attribute.form']);
    expect(await codes(' points=3')).toEqual(['attribute.unknown']);
  });
});
