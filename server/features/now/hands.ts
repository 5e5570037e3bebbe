/** Hands: a student raises one in an hour of their class; they or who sees the class lower it. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import {
  insertHand,
  type RaisedHand,
  selectHoursOf,
  selectOptionalHand,
  selectOptionalOwnHand,
  tellHands,
  updateLowered,
} from '../../../db/class-hours.ts';
import { database } from '../../../db/client.ts';
import type { OwnHand } from '../../../domain/class-now/hour.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command, type Standing } from '../contract.ts';
import { toClass } from '../standing.ts';

/** Up and down again, as often as somebody changes their mind. */
const raising = new RateLimiterMemory({ points: 20, duration: 60 });

/** Raises one's hand in an hour that one's class is in; one that is up stays where it is in the queue. */
export const raiseHand = command({
  input: z.strictObject({ hourId: z.uuid() }),
  allow: 'hand.raise',
  run: async (person, { hourId }): Promise<Outcome<{ hand: OwnHand | null }>> => {
    const db = database();
    const hour = (await selectHoursOf(db, person.id)).find(({ id }) => id === hourId);
    if (hour === undefined) return refuse('noHour');
    const free = await raising.consume(person.id).then(
      () => true,
      () => false,
    );
    if (!free) return refuse('tooMany');
    await db.$transaction(async (tx) => {
      await insertHand(tx, { hourId, userId: person.id });
      await tellHands(tx, { classId: hour.classId, userId: person.id });
    });
    return { ok: true, hand: await selectOptionalOwnHand(db, hourId, person.id) };
  },
});

async function toHand(person: Person, { hand }: { hand: string }): Promise<Standing<RaisedHand> | Refused> {
  const found = await selectOptionalHand(database(), hand);
  if (found === undefined) return refuse('notFound');
  if (found.userId === person.id) return { relation: { own: true }, found };
  return { relation: await toClass(person, found.classId), found };
}

/** Lowers a hand: one's own, or a student's who was helped. */
export const lowerHand = command({
  input: z.strictObject({ hand: z.uuid() }),
  allow: { action: 'hand.lower', standing: toHand },
  run: async (person, { hand }, { classId, userId }): Promise<Outcome<object>> => {
    await database().$transaction(async (tx) => {
      // lowered by somebody else at the same moment, it is lowered
      if (await updateLowered(tx, hand, person.id)) await tellHands(tx, { classId, userId });
    });
    return { ok: true };
  },
});
