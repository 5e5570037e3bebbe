/** A fault that comes again and again is told once, and once more when it is over. */
import { expect, it } from 'vitest';
import { inTurn, turns } from './again-and-again.ts';

it('tells the first failure of a row and its end, and nothing in between', async () => {
  const said: string[] = [];
  const log = {
    warn: (about: object, sentence: string) => said.push(`warn ${sentence} ${JSON.stringify(Object.keys(about))}`),
    info: (about: object, sentence: string) => said.push(`info ${sentence} ${JSON.stringify(about)}`),
  };
  const of = turns();
  const run = (works: boolean): Promise<void> =>
    inTurn(log, of, 'no tea', () => (works ? Promise.resolve() : Promise.reject(new Error('cold'))));
  for (const works of [true, false, false, false, true, true, false, true]) await run(works);
  expect(said).toEqual([
    'warn no tea; it is tried again and again ["err"]',
    'info it works again after this: no tea {"failures":3}',
    'warn no tea; it is tried again and again ["err"]',
    'info it works again after this: no tea {"failures":1}',
  ]);
});

it('takes what throws before it gives a promise as well', async () => {
  const said: string[] = [];
  await inTurn({ warn: (_, sentence) => said.push(sentence), info: () => undefined }, turns(), 'no tea', () => {
    throw new Error('no kettle');
  });
  expect(said).toHaveLength(1);
});
