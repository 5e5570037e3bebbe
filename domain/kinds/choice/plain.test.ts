/** A choice that is told by sight is one that the schema takes, as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requests } from '../../protocol.ts';
import { isPlainChoice } from './plain.ts';

const { payload } = requests.answer;
const usual = {
  token: 'a.b.c',
  round: 0,
  clientId: '3f0d1b5e-8f6f-4b57-9a55-000000000000',
  answer: { kind: 'choice', choices: ['A', 'C'] },
};

const odd = fc.oneof(
  fc.string(),
  fc.integer({ min: -2, max: 1002 }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, [], {}),
);
const letters = fc.array(fc.oneof(fc.constantFrom('A', 'F', 'G', 'a', 'AB', '', 'Ａ'), odd), { maxLength: 8 });
const packet = fc.record(
  {
    token: fc.oneof(
      { weight: 8, arbitrary: fc.constant(usual.token) },
      fc.string(),
      fc.constantFrom('x'.repeat(2000), 'x'.repeat(2001)),
      odd,
    ),
    round: fc.oneof({ weight: 8, arbitrary: fc.nat(1000) }, odd),
    clientId: fc.oneof(
      { weight: 8, arbitrary: fc.constant(usual.clientId) },
      fc.string({ minLength: 6, maxLength: 66, unit: 'binary' }),
      odd,
    ),
    answer: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record(
          { kind: fc.constantFrom('choice', 'number', undefined), choices: fc.oneof(letters, fc.constant(['B']), odd) },
          { requiredKeys: [] },
        ),
      },
      fc.record({ kind: fc.constant('choice'), choices: letters, more: odd }),
      fc.constantFrom({ value: '1' }, { kind: 'order', order: ['A'] }, { text: 'A' }),
      odd,
    ),
    provisional: fc.oneof(fc.boolean(), odd),
    more: odd,
  },
  { requiredKeys: [] },
);

describe('a plain choice', () => {
  it('is told in the form in which pages send it', () => {
    expect(isPlainChoice(usual)).toBe(true);
    expect(isPlainChoice({ ...usual, provisional: true })).toBe(true);
  });

  it('is taken by the schema, and unchanged', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          packet,
          packet.map((more) => ({ ...usual, ...more })),
          odd,
        ),
        (sent) => {
          if (!isPlainChoice(sent)) return;
          told += 1;
          expect(payload.parse(sent)).toEqual(sent);
        },
      ),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(5);
  });

  it.for([
    ['no object', 'A'],
    ['no object', null],
    ['a list', [usual]],
    ['a field more', { ...usual, host: true }],
    ['an own __proto__', JSON.parse(JSON.stringify(usual).replace('{', '{"__proto__":{"host":true},'))],
    ['a field less', { ...usual, token: undefined }],
    ['a round beside them', { ...usual, round: 0.5 }],
    ['a round that no game has', { ...usual, round: 1001 }],
    ['a round before the first', { ...usual, round: -1 }],
    ['a token too long', { ...usual, token: 'x'.repeat(2001) }],
    ['an id too short', { ...usual, clientId: 'x'.repeat(7) }],
    ['an id too long', { ...usual, clientId: 'x'.repeat(65) }],
    ['a letter that no option has', { ...usual, answer: { kind: 'choice', choices: ['G'] } }],
    ['a letter that is two', { ...usual, answer: { kind: 'choice', choices: ['AB'] } }],
    ['no letter', { ...usual, answer: { kind: 'choice', choices: [] } }],
    ['seven letters', { ...usual, answer: { kind: 'choice', choices: [...'ABCDEFA'] } }],
    ['another answer', { ...usual, answer: { kind: 'number', value: '2' } }],
    ['two answers', { ...usual, answer: { kind: 'choice', choices: ['A'], value: '2' } }],
  ] as const)('is not %s', ([, sent]) => {
    expect(isPlainChoice(sent)).toBe(false);
  });
});
