/** What an author types is kept on the server while they type, for them alone; who else is at it, all of them are told. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import {
  deleteOldAuthorDrafts,
  endAuthorDraft,
  seeAuthorDraft,
  selectOtherAuthors,
  upsertAuthorDraft,
} from '../../../db/author-drafts.ts';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { believed } from '../../../domain/claim.ts';
import type { HeldDraft, OtherAuthor } from '../../../domain/drafting.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { LONGEST_SOURCE } from '../courses/commands.ts';
import { draftOf, isThere, placeOf, whoMayChange } from './standing.ts';

const about = {
  thing: draftOf,
  /** whose page asks: another account that is signed in by now is not given it */
  as: z.uuid(),
};
/** When it was typed or thrown away, as the device reckons it in the server's clock: domain/claim.ts. */
const claimedAt = z.number();

/** What the page knows to be kept here; something else is not written over or thrown away. Left out: it is not asked. */
const knownThere = z.array(z.number()).max(4).optional();

/** One saves at most every 0.8 seconds; some may write in several windows. */
const asks = new RateLimiterMemory({ points: 300, duration: 60 });

interface Heard {
  /** the server's clock */
  now: number;
  others: OtherAuthor[];
}

/**
 * What one has typed before, on whichever device; the editor is known to be open for some time.
 * @returns as `draft` null: there is none, or it is the one of `known`
 */
export const readDraft = command({
  input: z.strictObject({ ...about, known: z.number().nullable() }),
  allow: whoMayChange,
  run: async (person, { thing, as, known }): Promise<Outcome<Heard & { draft: HeldDraft | null }>> => {
    const no = await refused(person.id, as, thing);
    if (no !== null) return no;
    const db = database();
    const place = placeOf(person, thing);
    if (known === null) await deleteOldAuthorDrafts(db, person.id);
    const held = await seeAuthorDraft(db, place);
    const now = (await databaseNow(db)).getTime();
    return { ok: true, now, others: await selectOtherAuthors(db, place), draft: held?.at === known ? null : held };
  },
});

/** Keeps what is typed, unless something newer is kept already. @returns as `draft`: that, where it is so */
export const saveAuthorDraft = command({
  input: z.strictObject({
    ...about,
    source: storable.max(LONGEST_SOURCE),
    base: z.number().int().min(0),
    claimedAt,
    follows: knownThere,
  }),
  allow: whoMayChange,
  run: async (person, input): Promise<Outcome<Heard & { at: number; draft: HeldDraft | null }>> => {
    const { thing, as, source, base, follows } = input;
    const no = await refused(person.id, as, thing);
    if (no !== null) return no;
    const db = database();
    const place = placeOf(person, thing);
    const now = (await databaseNow(db)).getTime();
    const at = believed(input.claimedAt, now) ?? now;
    const stored = await upsertAuthorDraft(db, place, {
      source,
      base,
      at: new Date(at),
      follows: datesOf(follows),
    });
    const draft = stored ? null : await seeAuthorDraft(db, place);
    return { ok: true, now, others: await selectOtherAuthors(db, place), at, draft };
  },
});

/** Throws away what one has typed until then, unless it is a text that the page has not seen. @returns as `draft`: that */
export const dropDraft = command({
  input: z.strictObject({ ...about, claimedAt, follows: knownThere }),
  allow: whoMayChange,
  run: async (person, input): Promise<Outcome<{ now: number; at: number; draft: HeldDraft | null }>> => {
    const { thing, as, claimedAt: claim, follows } = input;
    const no = await refused(person.id, as, thing);
    if (no !== null) return no;
    const db = database();
    const now = (await databaseNow(db)).getTime();
    const at = believed(claim, now) ?? now;
    const place = placeOf(person, thing);
    const isEnded = await endAuthorDraft(db, place, new Date(at), datesOf(follows));
    const held = isEnded ? null : await seeAuthorDraft(db, place);
    return { ok: true, now, at, draft: held?.text == null ? null : held };
  },
});

const datesOf = (times: readonly number[] | undefined): Date[] | null => times?.map((one) => new Date(one)) ?? null;

async function refused(personId: string, as: string, thing: z.infer<typeof draftOf>) {
  if (as !== personId) return refuse('wrongAccount');
  const within = await asks.consume(personId).then(
    () => true,
    () => false,
  );
  if (!within) return refuse('tooMany');
  return (await isThere(thing)) ? null : refuse('notFound', 'thing');
}
