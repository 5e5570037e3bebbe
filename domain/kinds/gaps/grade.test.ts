/** A text with gaps as an author writes it, what students are shown of it, and what they earn. */
import { describe, expect, it } from 'vitest';
import { compiled, exercise, lessonOf, problemsOf } from '../../lesson/example.ts';
import { type QuestionOf, viewOf } from '../../question.ts';
import { gapsOf } from './asked.ts';
import { gapsShare, gradeGaps } from './grade.ts';
import { gapsMisread } from './misread.ts';
import { unreadGaps } from './reading.ts';

async function read(text: string, points = 6): Promise<QuestionOf<'gaps'>> {
  const { questions } = await compiled(exercise(text, `#g kind=gaps points=${points}`));
  const [question] = questions;
  if (question?.kind !== 'gaps') throw new Error('it is a text with gaps');
  return question;
}
const answer = (...texts: string[]) => ({
  kind: 'gaps' as const,
  gaps: Object.fromEntries(texts.map((text, index) => [String(index + 1), text])),
});

describe('a text with gaps', () => {
  it('shows lines where nothing can be filled in, and keeps its answers out of what is shown', async () => {
    const question = await read(
      'The *sky* is [blue # Yes.], and \\[this\\] & $[0, 1]$ is none.\n\n1. [4]\n2. [up | !down]\n\n| a |\n|---|\n| b |',
    );
    expect(question.promptHtml).toContain('The <em>sky</em> is (1) ____, and [this] &#x26; ');
    expect(question.passage.slice(1).map((line) => ('runs' in line ? [line.mark, line.runs.length] : 'html'))).toEqual([
      [undefined, 3],
      ['1.', 1],
      ['2.', 1],
      'html',
    ]);
    expect(gapsOf(question).map(({ takes }) => takes)).toEqual(['text', 'number', 'one']);
    const shown = JSON.stringify(viewOf(question));
    expect(shown).not.toMatch(/blue|Yes/);
    expect(shown).toContain('up');
    expect((await read('It is [so].')).promptHtml).toContain('It is ____.');
  });

  it('earns a share for each gap, and says of each whether it is right', async () => {
    const question = await read('[blue | 50% azure # Nearly.] [x2: 4 ± 0.5] [green | !red # Look outside.]', 8);
    const verdict = gradeGaps(question, answer(' Azure', '4,5', 'red'));
    expect(verdict).toMatchObject({ result: 'partial', points: 5 });
    expect(
      verdict.tests.map(({ passed, points, maxPoints, feedback }) => [passed, points, maxPoints, feedback]),
    ).toEqual([
      [false, 1, 2, [{ code: 'feedback.textNote', params: { words: 'Nearly.' } }]],
      [true, 4, 4, []],
      [false, 0, 2, [{ code: 'feedback.textNote', params: { words: 'Look outside.' } }]],
    ]);
    expect(gradeGaps(question, answer('BLUE', '4', 'green'))).toMatchObject({
      result: 'pass',
      points: 8,
      signature: 'pass',
    });
  });

  it('takes a wrong one back where several are picked, and never more than all', async () => {
    const question = await read('[several: a | b | !c | 0% d]');
    const shares = ['a\nb', 'a', 'a\nb\nc', 'c', 'a\nb\nd', 'a\na'].map((text) => gapsShare(question, answer(text)));
    expect(shares).toEqual([1, 0.5, 0.5, 0, 1, 0.5]);
  });

  it('counts capitals where it says so', async () => {
    const question = await read('[exact: H2O]');
    expect(['H2O', 'h2o', 'H₂O'].map((text) => gapsShare(question, answer(text)))).toEqual([1, 0, 1]);
  });

  it('is not handed in with a gap that is empty, nor with words where a number belongs', async () => {
    const question = await read('[blue] [4]');
    expect(unreadGaps(question, answer('blue', ' '))).toMatchObject({
      field: '2',
      feedback: { code: 'feedback.gapEmpty' },
    });
    expect(unreadGaps(question, answer('blue', 'four'))).toMatchObject({ feedback: { code: 'feedback.gapNumber' } });
    expect(gradeGaps(question, answer('blue', ''))).toMatchObject({ outcome: 'invalid', points: 0 });
    // in a room the bell takes what is there
    expect(gapsShare(question, answer('blue', ''))).toBe(0.5);
  });

  it('shows what somebody misunderstood by what stands in a gap', async () => {
    const question = await read('[blue] [4]');
    expect(gapsMisread.shows?.(question, answer('x', '5.0'), { part: '2', answer: '5' })).toBe(true);
    expect(gapsMisread.wrong?.(question, { part: '2', answer: '4' })).toMatchObject({ code: 'misconception.isRight' });
    expect(gapsMisread.wrong?.(question, { answer: '5' })).toMatchObject({ code: 'misconception.part' });
  });

  it('has no gap in a table, in bold words or in nothing', async () => {
    const codes = async (text: string) =>
      (await problemsOf(lessonOf(exercise(text, '#g kind=gaps')))).map(({ code }) => code);
    expect(await codes('Nothing here.')).toEqual(['gaps.none']);
    expect(await codes('**bold [blue]** and [red]')).toEqual(['gaps.place']);
    expect(await codes('[red]\n\n| [a] |\n|---|\n| b |')).toEqual(['gaps.place']);
    expect(await codes('[!no | !not] [number: x] [a | A] [pick: a]')).toEqual([
      'gaps.noneRight',
      'gaps.number',
      'gaps.twice',
      'gaps.entries',
    ]);
  });
});
