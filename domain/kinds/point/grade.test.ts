/** What is put into a plane, judged: as near as it has to be, by conditions, lines by what they are, and what cannot be read. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { OF_EACH_KIND } from '../../../tests/support/live-questions.ts';
import { Scope } from '../../figures/scope.ts';
import type { QuestionOf } from '../../question.ts';
import { pointAnswer } from './answer.ts';
import { point } from './asked.ts';
import { holds, readCondition } from './condition.ts';
import { drawnLabel } from './drawn.ts';
import { gradePoint } from './grade.ts';
import { judgeOf } from './judge.ts';
import { apart, ends, equation, lineIn, type Pair, through, type Within } from './lines.ts';
import { pointLive } from './live.ts';
import { distanceToZero } from './near.ts';
import { alsoRight } from './places.ts';

type Point = QuestionOf<'point'>;
const { condition: _condition, define: _define, others: _others, ...bareKey } = OF_EACH_KIND.point.key;
const asked = (key: Partial<Point['key']>, change: Partial<Point> = {}): Point => ({
  ...OF_EACH_KIND.point,
  ...change,
  key: { ...bareKey, tolerance: 0.01, ...key },
});
const verdict = (question: Point, put: Record<string, string>) => gradePoint(question, { kind: 'point', put });
const within: Within = [
  [-5, 5],
  [-5, 5],
];

/** Twelfths of a unit, so that the same place can be written in several ways. */
const step = fc.integer({ min: -48, max: 48 }).map((count) => count / 12);
const place = fc.tuple(step, step);

describe('a place', () => {
  it('is right up to its tolerance and no farther, whichever way it is off', () => {
    const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(place, turn, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (at, angle, tolerance) => {
        const question = asked({ answer: { place: at }, tolerance });
        const off = (far: number): string =>
          verdict(question, {
            x: (at[0] + far * Math.cos(angle)).toFixed(9),
            y: (at[1] + far * Math.sin(angle)).toFixed(9),
          }).result;
        expect(off(tolerance * 0.99)).toBe('pass');
        expect(off(tolerance * 1.01)).toBe('fail');
      }),
      { numRuns: 60 },
    );
  });
  it('is as near to a curve as it is in the plane, whatever its equation is multiplied by', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.constantFrom('x^2 + y^2 = 4', '100(x^2 + y^2) = 400', '0.01(x^2 + y^2) = 0.04', 'sqrt(x^2 + y^2) = 2'),
        (angle, condition) => {
          const question = asked({ answer: { place: [2, 0] }, condition, tolerance: 0.1 });
          const at = (far: number): string =>
            verdict(question, { x: (far * Math.cos(angle)).toFixed(9), y: (far * Math.sin(angle)).toFixed(9) }).result;
          expect([at(2.09), at(1.91), at(2.11), at(1.89)]).toEqual(['pass', 'pass', 'fail', 'fail']);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('is as far from a double zero as from another', () => {
    const of = (x: number, y: number): number => (x - 1) ** 2 + (y - 2) ** 2;
    expect(distanceToZero((x = 0, y = 0) => of(x, y), [1.3, 2.4])).toBeCloseTo(0.5, 5);
    expect(distanceToZero(() => 1, [0, 0])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a condition', () => {
  const true1 = (text: string, x: number, y: number): boolean =>
    holds(readCondition(text), { scope: new Scope(), names: ['x', 'y'], at: [x, y], units: [1, 1], tolerance: 0.01 });
  test.for([
    ['2x + y = 0 and (x, y) != (0, 0)', [-1, 2], [0, 0]],
    ['0 < x <= 2', [2, 0], [0, 1]],
    ['x < 0 or y < 0 and x = 1', [1, -1], [1, 1]],
    ['(x < 0 or y < 0) and x = 1', [1, -1], [-1, -1]],
    ['not (x = 1)', [2, 0], [1, 0]],
    ['(x + y)/2 = 1', [1, 1], [1, 2]],
    ['[x, y] = [1, 2]', [1, 2.005], [1, 2.02]],
    ['x ≠ y', [1, 2], [1, 1]],
    ['x == y', [1, 1], [1, 2]],
    ['x ≥ 1', [1, 0], [0.99, 0]],
  ] as [string, Pair, Pair][])('%s', ([text, yes, no]) => {
    expect(true1(text, ...yes)).toBe(true);
    expect(true1(text, ...no)).toBe(false);
  });
  it('of a strict inequality leaves out its edge, and of the other takes it in', () => {
    fc.assert(
      fc.property(place, ([x, y]) => {
        expect(true1('x < y', x, y)).toBe(!true1('x >= y', x, y));
        expect(true1('x <= y', x, y)).toBe(!true1('x > y', x, y));
        expect(true1('x = y', x, y)).toBe(!true1('x != y', x, y));
      }),
    );
  });
});

describe('a line', () => {
  const line = fc.tuple(place, place).filter(([one, other]) => Math.hypot(one[0] - other[0], one[1] - other[1]) > 0.5);
  it('is the same through any two of its points, in any order, and so is what is said of it', () => {
    fc.assert(
      fc.property(
        line,
        fc.tuple(fc.double({ min: -0.9, max: 0.4, noNaN: true }), fc.double({ min: 0.6, max: 1.5, noNaN: true })),
        ([one, other], parts) => {
          const made = through(one, other);
          const on = (part: number): Pair => [one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part];
          const again = through(on(parts[1]), on(parts[0]));
          if (made === null || again === null) throw new Error('they are two points');
          expect(apart(made, again, within)).toBeLessThan(1e-6);
          // its equation is read as itself, by authors and by the wall
          const read = lineIn(equation(made), new Scope());
          expect(read === null ? 1 : apart(made, read, within)).toBeLessThan(0.01);
          const drawn = drawnLabel(
            {
              form: 'line',
              from: null,
              within: [
                [-5, 5],
                [-5, 5],
              ],
            },
            equation(made),
            within,
          );
          const seen = ends(made, within);
          expect(drawn?.is === 'line').toBe(seen !== null);
          if (drawn?.is === 'line')
            for (const [x, y] of drawn.ends) expect(Math.abs(made[0] * x + made[1] * y - made[2])).toBeLessThan(0.01);
        },
      ),
      { numRuns: 200 },
    );
  });
  it('is compared up to a factor, and by conditions with either sign', () => {
    const right = asked(
      { answer: { line: [0.6, 0.8, 5] }, tolerance: 0.05 },
      {
        form: 'line',
        within: [
          [-8, 8],
          [-8, 8],
        ],
      },
    );
    const flipped = asked(
      { answer: { line: [-0.6, -0.8, -5] }, tolerance: 0.05 },
      {
        form: 'line',
        within: [
          [-8, 8],
          [-8, 8],
        ],
      },
    );
    const put = { x1: '3', y1: '4', x2: '7', y2: '1' };
    expect(verdict(right, put).result).toBe('pass');
    expect(verdict(flipped, put).result).toBe('pass');
    const through34 = asked(
      { answer: { line: [0.6, 0.8, 5] }, condition: '3a + 4b = c', tolerance: 0.1 },
      {
        form: 'line',
        within: [
          [-8, 8],
          [-8, 8],
        ],
      },
    );
    const beside = (far: number) =>
      verdict(through34, { x1: String(3 + far), y1: '4', x2: String(3 + far), y2: '0' }).result;
    expect(beside(0)).toBe('pass');
    expect(beside(0.05)).toBe('pass');
    expect(beside(0.3)).toBe('fail');
  });
});

describe('what cannot be read spends nothing', () => {
  const question = asked({ answer: { place: [1, 1] } });
  test.for([
    [{ x: '1' }, 'feedback.pointEmpty'],
    [{ x: '1', y: ' ' }, 'feedback.pointEmpty'],
    [{ x: '1', y: 'two' }, 'feedback.pointNumber'],
    [{ x: '1', y: '5.1' }, 'feedback.pointOutside'],
  ] as const)('%j', ([put, code]) => {
    expect(verdict(question, put)).toMatchObject({ outcome: 'invalid', feedback: [{ code }] });
  });
  it('two points of a line that are one', () => {
    const line = asked({ answer: { line: [1, 0, 0] } }, { form: 'line' });
    const same = verdict(line, { x1: '1', y1: '1', x2: '1,0', y2: '2/2' });
    expect(same).toMatchObject({ outcome: 'invalid', feedback: [{ code: 'feedback.pointSame' }] });
  });
  it('and nothing but its own fields is taken', () => {
    for (const put of [{ z: '1' }, { x: 1 }, { x: '1'.repeat(41) }, { x: 'a\0b' }])
      expect(pointAnswer.safeParse({ kind: 'point', put }).success).toBe(false);
    expect(pointAnswer.safeParse({ kind: 'point', put: { x: '1' } }).success).toBe(true);
    expect(point.namesIn?.(question)).toEqual(['x', 'y']);
  });
});

it('other places that are right are told at the reveal, each as it would be counted', () => {
  const question = asked({ answer: { place: [-1, 2] }, condition: '2x + y = 0 and (x, y) != (0, 0)' });
  const places = alsoRight(question, judgeOf(question));
  expect(places).toContain('(1, −2)');
  expect(places).not.toContain('(0, 0)');
  for (const label of places) expect(drawnLabel(question, label, within)?.is).toBe('dot');
});

it('a player of the server is right or wrong as it should be', () => {
  for (const change of [{ form: 'point' as const }, { form: 'line' as const }]) {
    const answer =
      change.form === 'line'
        ? { line: [0.6, 0.8, 1] as [number, number, number] }
        : { place: [1, 1] as [number, number] };
    const question = asked({ answer }, change);
    const random = () => 0.37;
    expect(gradePoint(question, pointLive.rehearse(question, true, random)).result).toBe('pass');
  }
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const question = asked({ answer: { place: [1, 1] } });
  expect(gradePoint(question, pointLive.rehearse(question, false, random)).result).toBe('fail');
});
