/** Pairs, as everybody knows them. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';
import { pairNames, pairOf } from './pairs.ts';

export const match: AskedKind<'match'> = {
  ...USUALLY,
  kind: 'match',
  field: 'pairs',
  carriesOver: false,
  hasLetters: true,
  asksForMissing: true,
  nothing: { kind: 'match', pairs: {} },
  hasContent: ({ pairs }) => Object.keys(pairs).length > 0,
  text: ({ pairs }) => pairNames(pairs).join(', '),
  letters: ({ pairs }) => pairNames(pairs),
  meaning({ prompts, answers }, named) {
    const { prompt, letter } = pairOf(named);
    const left = prompts.find(({ number }) => number === prompt)?.html;
    const right = answers.find((one) => one.letter === letter)?.html;
    return left === undefined || right === undefined ? undefined : `${left} → ${right}`;
  },
  namesIn: ({ prompts, answers }) => [...prompts.map(({ number }) => number), ...answers.map(({ letter }) => letter)],
  namesOf: ({ pairs }) => Object.entries(pairs).flat(),
};
