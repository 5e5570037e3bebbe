import { describe, expect, it } from 'vitest';
import { filled, unfilled } from './fill.ts';

const VALUES = { n: 3, m: -2, w: 'cos', p1: 7 };

describe('values in plain data', () => {
  it.each([
    ['a name alone is the value itself', '{n}', 3],
    ['a formula alone is what it comes to', '{2n + 1}', 7],
    ['a word stays a word', '{w}', 'cos'],
    ['in a text it is written', 'x^2 + {n}x', 'x^2 + 3x'],
    ['less than nothing stands in brackets after a sign', '{w}(x) * {m}', 'cos(x) * (-2)'],
    ['other braces stay', '{"n": 1} and {x}', '{"n": 1} and {x}'],
  ])('%s', (_what, written, expected) => {
    expect(filled(written, VALUES)).toEqual(expected);
  });

  it('need no quotation marks, as little as in other blocks', () => {
    expect(filled([{ n: null }, [{ '2n + 1': null }, { x: null }]], VALUES)).toEqual([3, [7, { x: null }]]);
    expect(unfilled([{ k: null }, { n: null }], VALUES)).toEqual(['k']);
  });

  it('are put into lists and maps, however deep', () => {
    expect(
      filled(
        [
          {
            array: [
              ['{n}', '{p1}'],
              [1, null],
            ],
          },
          { draw: ['{n}', 2], to: '{-m}' },
          true,
        ],
        VALUES,
      ),
    ).toEqual([
      {
        array: [
          [3, 7],
          [1, null],
        ],
      },
      { draw: [3, 2], to: 2 },
      true,
    ]);
  });
});

it('what was surely meant as a value and is none is found', () => {
  const meant = ['{k}', '{n + k}', '{w + 1}', '{2b}', '{b*c}'];
  const others = ['{n}', { of: '{2n' }, 'a {b c} d', '{"n": 1}', 'x^{2}'];
  expect(unfilled([...meant, ...others], VALUES)).toEqual(meant.map((one) => one.slice(1, -1)));
});
