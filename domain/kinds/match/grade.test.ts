/** Pairs: read from Markdown so that nothing tells what belongs together, graded by shares, counted in a live room. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given } from '../../../tests/support/live-questions.ts';
import type { AnswerOf } from '../../answer.ts';
import { check, compiled } from '../../lesson/example.ts';
import { distribution } from '../../live/distribution.ts';
import { shareRight } from '../../live/score.ts';
import { type QuestionOf, viewOf } from '../../question.ts';
import { match } from './asked.ts';
import { gradeMatch } from './grade.ts';
import { matchLive } from './live.ts';
import { pairNames } from './pairs.ts';

async function read(list: string, id = 'm'): Promise<QuestionOf<'match'>> {
  const { questions } = await compiled(check(`Q?\n\n${list}`, `[T]{#${id} kind=match points=4}`));
  const [question] = questions;
  if (question?.kind !== 'match') throw new Error('no pairs were read');
  return question;
}
const LIST = `- $x^2$ -> $2x$
  > -> $x$
  > The power comes down.

  > Differentiate it.
- $\\sin x$ -> $\\cos x$
- \`a -> b\`, said twice -> same
- *another* → same
- -> $x$
  > That is the function itself.
- -> left over`;
const question = await read(LIST);
const letterOf = (part: string): string => question.answers.find(({ html }) => html.includes(part))?.letter ?? '';
const X = question.answers.find(({ html }) => /<annotation[^>]*>x</.test(html))?.letter ?? '';

describe('a list of pairs', () => {
  it('is parted at its arrows, outside maths and code, and an answer of several prompts stands once', () => {
    expect(question.prompts.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
    expect(question.prompts[2]?.html).toContain('said twice');
    expect(question.prompts[3]?.html).toBe('<em>another</em>');
    expect(question.answers.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(question.key.pairs).toEqual({
      1: letterOf('2x'),
      2: letterOf('cos'),
      3: letterOf('same'),
      4: letterOf('same'),
    });
  });
  it('has the note that says most of which pair it speaks', () => {
    const { notes } = question.key;
    expect(notes[`1${X}`]).toContain('The power comes down.');
    expect(notes[`1${letterOf('same')}`]).toContain('Differentiate it.');
    expect(notes[`2${X}`]).toContain('That is the function itself.');
    expect(notes[`2${letterOf('left over')}`]).toBeUndefined();
    for (const name of pairNames(question.key.pairs)) expect(notes[name]).toBeUndefined();
  });
  it('has its answers in an order that does not know the pairs', async () => {
    const words = ['one', 'two', 'three', 'four', 'five', 'six'];
    const lineUp = fc.shuffledSubarray(words, { minLength: 6 });
    const shown = async (right: readonly string[], id: string): Promise<string[]> =>
      (await read(right.map((word, index) => `- p${index} -> ${word}`).join('\n'), id)).answers.map(({ html }) => html);
    await fc.assert(
      fc.asyncProperty(lineUp, lineUp, async (one, other) => {
        expect(await shown(one, 'q')).toEqual(await shown(other, 'q'));
      }),
      { numRuns: 20 },
    );
    const orders = new Set((await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => shown(words, id)))).map(String));
    expect(orders.size).toBeGreaterThan(2);
  });
});

/** Any question of pairs, and answers to it. */
const anyQuestion = fc
  .record({ prompts: fc.integer({ min: 2, max: 8 }), answers: fc.integer({ min: 2, max: 10 }), points: fc.nat(20) })
  .chain(({ prompts, answers, points }) => {
    const letters = [...'ABCDEFGHIJ'].slice(0, answers);
    const names = Array.from({ length: prompts }, (_, index) => `${index + 1}`);
    const pairing = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...letters)])));
    return fc.record({ pairs: pairing, given: pairing, left: fc.subarray(names) }).map((drawn) => ({
      ...drawn,
      question: {
        ...question,
        points,
        prompts: names.map((name) => ({ number: name, html: `p${name}` })),
        answers: letters.map((letter) => ({ letter, html: `a${letter}` })),
        key: { ...question.key, pairs: drawn.pairs, notes: {} },
      } satisfies QuestionOf<'match'>,
    }));
  });
const answerOf = (pairs: Record<string, string>): AnswerOf<'match'> => ({ kind: 'match', pairs });

describe('pairs', () => {
  it('earn a share each, the same at home as in a live round, and a wrong one takes nothing back', () => {
    fc.assert(
      fc.property(anyQuestion, ({ question: asked, pairs, given: made }) => {
        const verdict = gradeMatch(asked, answerOf(made));
        const share = shareRight(asked, { answer: answerOf(made), verdict: null });
        const right = Object.keys(pairs).filter((name) => pairs[name] === made[name]).length;
        expect(share).toBe(right / asked.prompts.length);
        expect(Math.abs(verdict.points - asked.points * share)).toBeLessThan(0.0051);
        expect(verdict.result).toBe(share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail');
        expect(gradeMatch(asked, answerOf(pairs)).result).toBe('pass');
      }),
    );
  });
  it('are not graded at home while one is missing, and at the bell by those that are there', () => {
    fc.assert(
      fc.property(anyQuestion, ({ question: asked, pairs, left }) => {
        const some = answerOf(Object.fromEntries(Object.entries(pairs).filter(([name]) => !left.includes(name))));
        expect(gradeMatch(asked, some).outcome).toBe(left.length === 0 ? 'graded' : 'invalid');
        expect(shareRight(asked, { answer: some, verdict: null })).toBeCloseTo(1 - left.length / asked.prompts.length);
      }),
    );
  });
  it('are told how many are right, and not which', () => {
    const { pairs } = question.key;
    const wrong = { ...pairs, 1: X, 2: X };
    expect(gradeMatch(question, answerOf(wrong)).feedback).toEqual([
      { code: 'feedback.matchPairs', params: { right: 2, pairs: 4 } },
    ]);
    expect(gradeMatch(question, answerOf(pairs)).feedback).toEqual([]);
  });
});

describe('in a live room', () => {
  const { pairs } = question.key;
  it('each right pair is counted, prompt by prompt, and the wrong ones that were made beside it', () => {
    const [right, wrong] = [answerOf(pairs), answerOf({ ...pairs, 1: X })];
    const tallies = distribution(
      question,
      [right, wrong, wrong].map((one, at) => given(`p${at}`, one, 1)),
    );
    expect(tallies.map(({ label, count, correct }) => [label, count, correct])).toEqual([
      ...[[`1${pairs['1']}`, 1, true] as const, [`1${X}`, 2, false] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      [`2${pairs['2']}`, 3, true],
      [`3${pairs['3']}`, 3, true],
      [`4${pairs['4']}`, 3, true],
    ]);
    expect(tallies.find(({ label }) => label === `1${X}`)?.noteHtml).toContain('The power comes down.');
    expect(match.meaning?.(viewOf(question) as QuestionOf<'match'>, `4${pairs['4']}`)).toBe('<em>another</em> → same');
  });
  it('what the server plays is right, or has a wrong pair', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (isRight, draws) => {
        const played = matchLive.rehearse(question, isRight, () => draws.next().value ?? 0);
        expect(shareRight(question, { answer: played, verdict: null }) === 1).toBe(isRight);
      }),
    );
  });
  it('answers still fit where only the pairs are others, and not where letters may have moved', async () => {
    const form = (one: QuestionOf<'match'>): string => JSON.stringify(matchLive.form(one));
    const crossed = LIST.replace('-> $2x$', '-> HERE').replace('-> $\\cos x$', '-> $2x$').replace('HERE', '$\\cos x$');
    expect(form(await read(crossed))).toBe(form(question));
    expect(form(await read(LIST.replace('left over', 'something else')))).not.toBe(form(question));
  });
});
