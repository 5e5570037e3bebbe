/** Figures as answers as an author writes them: what is right in all forms, and what is refused. */
import { describe, expect, it, test } from 'vitest';
import { compiled, exercise, fence, told } from '../../lesson/example.ts';
import { variantOf, wrongVariant } from '../../lesson/variants.ts';
import { type QuestionOf, viewOf } from '../../question.ts';
import { gradePoint } from './grade.ts';

const CIRCLE = `x: { from: -3, to: 3 }
y: { from: -3, to: 3 }
define: ["f(x, y) = x^2 + y^2", "goal(x, y) = [x - 1, f(x, y) - 5]"]
draw: [{ contours: "f(x, y)", levels: [1, 5] }]`;
const ARROW = `x: { from: -4, to: 4 }
y: { from: -4, to: 4 }
draw: [{ arrow: { to: [2, 1] }, label: $a$ }]`;
const PATHS = `x: { from: 0, to: 2 }
y: { from: 0, to: 4 }
paths: [{ curve: { y: x^2 } }, { path: ["[0, 1, 2]", "[0, 1, 0]"] }]`;

/** Each calls the one before twice. */
const WORK = `x: { from: -3, to: 3 }
y: { from: -3, to: 3 }
define: ["f0(x) = x", ${Array.from({ length: 14 }, (_, n) => `"f${n + 1}(x) = (f${n}(x) + f${n}(x))/2"`).join(', ')}]`;

const written = (answer: string, plane?: string): string =>
  exercise(
    [...(plane === undefined ? [] : [fence('yaml plane', plane)]), fence('yaml answer', answer)].join('\n\n'),
    '#p kind=point',
  );

async function read(answer: string, plane?: string): Promise<QuestionOf<'point'>> {
  const { questions } = await compiled(written(answer, plane));
  const [question] = questions;
  if (question?.kind !== 'point') throw new Error('it is one to put something');
  return question;
}

type Put = Record<string, string | number>;
function result(question: QuestionOf<'point'>, put: Put): string {
  const texts = Object.fromEntries(Object.entries(put).map(([name, value]) => [name, String(value)]));
  return gradePoint(question, { kind: 'point', put: texts }).result;
}

describe('a place', () => {
  it('is right by a condition that uses what the plane defines, and near enough', async () => {
    const question = await read('point: [1, 2]\nright: x = 1 and f(x, y) = 5\ntolerance: 0.03', CIRCLE);
    expect(result(question, { x: 1, y: 2 })).toBe('pass');
    expect(result(question, { x: 1, y: -2 })).toBe('pass');
    expect(result(question, { x: '1,02', y: 2 })).toBe('pass');
    expect(result(question, { x: 1.04, y: 2 })).toBe('fail');
    expect(result(question, { x: 2, y: 1 })).toBe('fail');
  });
  it('keeps to itself what only its key uses', async () => {
    const question = await read('point: [1, 2]\nright: norm(goal(x, y)) = 0', CIRCLE);
    expect(JSON.stringify(viewOf(question))).toContain('f(x, y)');
    expect(JSON.stringify(viewOf(question))).not.toContain('goal');
    expect(result(question, { x: 1, y: -2 })).toBe('pass');
  });
  it('may be written as formulas, and stands on the grid or near it', async () => {
    const question = await read('point: [2/sqrt(5), 1/sqrt(5)]\nsnap: 0.01\ntolerance: 0.03');
    expect(result(question, { x: 0.89, y: 0.45 })).toBe('pass');
    expect(result(question, { x: 0.9, y: 0.5 })).toBe('fail');
    expect(question.within).toEqual([
      [-5, 5],
      [-5, 5],
    ]);
  });
  it('earns what is known of it, with words', async () => {
    const question = await read(
      'point: [1, 2]\nalso: [{ where: "f(x, y) = 5", percent: 50 }]\nwrong: [{ point: [0, 0], words: "*Not* that." }]',
      CIRCLE,
    );
    expect(result(question, { x: -1, y: 2 })).toBe('partial');
    const verdict = gradePoint(question, { kind: 'point', put: { x: '0', y: '0' } });
    expect(verdict.feedback).toEqual([{ code: 'feedback.textNote', params: { words: '*Not* that.' } }]);
  });
});

describe('an arrow', () => {
  it('is its tip less its tail, wherever its tail is', async () => {
    const right = 'right: 4x + y = 0 and (x, y) != (0, 0)';
    const fixed = await read(`arrow: [1, -4]\nfrom: [1, 2]\n${right}`);
    expect(result(fixed, { x: 2, y: -2 })).toBe('pass');
    expect(result(fixed, { x: 0.5, y: 4 })).toBe('pass');
    expect(result(fixed, { x: 1, y: 2 })).toBe('fail');
    expect(result(fixed, { x: 1, y: -4 })).toBe('fail');
    const free = await read(`arrow: [1, -4]\nfrom: free\n${right}`);
    expect(result(free, { x1: -1, y1: 2, x2: 0, y2: -2 })).toBe('pass');
    expect(result(free, { x1: -1, y1: 2, x2: 1, y2: -2 })).toBe('fail');
  });
});

describe('a line', () => {
  it('is the same through whichever two of its points', async () => {
    const question = await read('line: y = 0.5x + 1.5\nwithin: [[-1, 3], [0, 4]]');
    expect(result(question, { x1: 1, y1: 2, x2: 3, y2: 3 })).toBe('pass');
    expect(result(question, { x1: 3, y1: 3, x2: -1, y2: 1 })).toBe('pass');
    expect(result(question, { x1: 0, y1: 1, x2: 2, y2: 2 })).toBe('fail');
  });
  it('is right by a condition on a, b and c with either sign', async () => {
    const question = await read(
      'line: x - y = 0.5\nright: a > c and c >= 0 and b <= c and a + b <= c\nwithin: [[-1, 2], [-1, 2]]',
    );
    expect(result(question, { x1: 0.5, y1: 0, x2: 1, y2: 0.5 })).toBe('pass');
    expect(result(question, { x1: 1, y1: 0.5, x2: 0.5, y2: 0 })).toBe('pass');
    expect(result(question, { x1: 0.5, y1: 0, x2: 0.5, y2: 1 })).toBe('fail');
    expect(result(question, { x1: 1, y1: 1, x2: 1, y2: 1 })).toBe('error');
  });
  it('knows wrong ones by a condition', async () => {
    const question = await read(
      'line: 3x + 4y = 25\nwithin: [[-8, 8], [-8, 8]]\nwrong: [{ where: c = 0, words: zero }, { where: 4a = 3b, words: slope }]',
    );
    const words = (put: Record<string, string>) =>
      gradePoint(question, { kind: 'point', put }).feedback[0]?.params.words;
    expect(words({ x1: '0', y1: '0', x2: '3', y2: '4' })).toBe('zero');
    expect(words({ x1: '0', y1: '5', x2: '4', y2: '2' })).toBe('slope');
    expect(words({ x1: '3', y1: '4', x2: '4', y2: '4' })).toBeUndefined();
  });
});

it('a path is chosen by its letter, and drawn with it', async () => {
  const question = await read('path: B\nwrong: [{ path: A, words: Too steep. }]', PATHS);
  expect(question).toMatchObject({ paths: 2 });
  expect(JSON.stringify(viewOf(question))).toContain('"label":"B"');
  expect(result(question, { path: 'B' })).toBe('pass');
  expect(result(question, { path: 'A' })).toBe('fail');
});

it('a misconception shows by a place, a line or a condition', async () => {
  const answer = fence('yaml answer', 'line: 3x + 4y = 25\nwithin: [[-8, 8], [-8, 8]]');
  const signs = fence(
    'yaml misconceptions',
    '- { id: along, answer: "c = 0", words: Along. }\n- { id: other, answer: "4x + 3y = 25", words: Other. }',
  );
  const { questions } = await compiled(exercise([answer, signs].join('\n\n'), '#p kind=point'));
  expect(questions[0]?.key.misconceptions?.map(({ id }) => id)).toEqual(['along', 'other']);
});

it('values that are drawn stand in the plane, in what is right, in conditions and in words', async () => {
  const { questions } = await compiled(
    exercise(
      [
        fence('yaml variants', 'a: { of: [2, -2] }\nb: { of: [1, 3] }'),
        fence(
          'yaml plane',
          'x: { from: -7, to: 7 }\ny: { from: -7, to: 7 }\ndraw: [{ arrow: { to: ["{a}", "{b}"] } }]',
        ),
        fence(
          'yaml answer',
          'arrow: ["{-b}", "{a}"]\nright: "{a}x + {b}y = 0 and (x, y) != (0, 0)"\nwrong: [{ arrow: ["{b}", "{a}"], words: "Not {b}." }]',
        ),
      ].join('\n\n'),
      '#p kind=point',
    ),
  );
  const [question] = questions;
  if (question === undefined) throw new Error('there is one');
  for (const [a, b] of [
    [2, 1],
    [-2, 3],
  ] as const) {
    const drawn = variantOf(question, { a, b });
    if (drawn?.kind !== 'point') throw new Error('it is one to put something');
    expect(drawn.figure.views[0]).toMatchObject({ draw: [{ arrow: { to: [String(a), String(b)] } }] });
    expect(result(drawn, { x: -2 * b, y: 2 * a })).toBe('pass');
    expect(result(drawn, { x: 0, y: 0 })).toBe('fail');
    const wrong = gradePoint(drawn, { kind: 'point', put: { x: String(b), y: String(a) } });
    expect(wrong.feedback[0]?.params.words).toBe(`Not ${b}.`);
  }
  expect(wrongVariant(question, { from: 0, to: 10, most: 10 })).toBeNull();
});

describe('what is refused', () => {
  test.for([
    ['no answer', 'snap: 1', undefined, 'point.one'],
    ['two answers', 'point: [1, 2]\nline: y = x', undefined, 'point.one'],
    ['an answer outside of the plane', 'point: [7, 2]', undefined, 'point.outside'],
    ['an answer that does not meet its condition', 'point: [1, 1]\nright: x = 2', undefined, 'point.notRight'],
    ['an answer that nobody can drag to', 'point: [0.25, 1]', undefined, 'point.grid'],
    ['a line that nobody can drag to', 'line: y = 0.123x + 0.111', undefined, 'point.grid'],
    ['what is no line', 'line: y = x^2', undefined, 'point.line'],
    ['a condition without a comparison', 'point: [1, 1]\nright: x + y', undefined, 'matrix.compare'],
    ['a name that stands for nothing', 'point: [1, 1]\nright: x = q', undefined, 'drawing.unknown'],
    [
      'a wrong answer that is right',
      'point: [1, 1]\nwrong: [{ point: [1, 1], words: no }]',
      undefined,
      'point.wrongIsRight',
    ],
    ['a tail of what is no arrow', 'point: [1, 1]\nfrom: free', undefined, 'point.from'],
    ['a path without paths', 'path: A', undefined, 'point.noPaths'],
    ['paths without a path', 'point: [1, 1]', PATHS, 'point.paths'],
    ['a path that is not there', 'path: C', PATHS, 'point.noPath'],
    ['an answer that the plane shows', 'arrow: [2, 1]', ARROW, 'point.shown'],
    ['a range beyond the plane', 'point: [1, 1]\nwithin: [[-5, 5], [-3, 3]]', CIRCLE, 'point.beyond'],
    ['a condition that is too much work', 'point: [1, 1]\nright: f14(x) = 1', WORK, 'point.long'],
  ] as const)('%s', async ([, answer, plane, code]) => {
    const problems = await told(written(answer, plane));
    expect(problems.map((one) => one.split('@')[0])).toEqual([code]);
  });
});
