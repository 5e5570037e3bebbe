/** A card as it is stored. */
import { expect, it } from 'vitest';
import { cardDocument } from '../documents/formats.ts';
import { cardOf } from './spacing.ts';

it('is read as it was written, also by the code of later versions', () => {
  const at = Date.parse('2026-11-30T10:00Z');
  const card = cardOf([{ at, rating: 'partly', practised: false }]);
  if (card === null) throw new Error('it went wrong');
  expect(cardDocument.read(JSON.parse(JSON.stringify(cardDocument.write(card))))).toEqual(card);
  // of version 1
  const stored = {
    ...{ schemaVersion: 1, due: 1796119200000, stability: 1.2931, difficulty: 6.5, state: 2, days: 1, reps: 1 },
    ...{ lapses: 0, lastReview: 1796032800000, lastRating: 'partly' },
  };
  expect(cardDocument.read(stored)).toMatchObject({ days: 1, lastRating: 'partly' });
});
