/** How far somebody has seen what is new, what they want to be told of, and where their mail goes. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import {
  confirmAddress,
  dropConfirmation,
  endDigest,
  forgetAddress,
  insertConfirmation,
  setDigest,
  setKind,
  upsertSeen,
} from '../../../db/notice-settings.ts';
import { countNotices } from '../../../db/notices.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { mailAddress } from '../../../domain/notices/input.ts';
import { NOTICE_KINDS } from '../../../domain/notices/notice.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { environment } from '../../env.ts';
import { publicAddress } from '../../hosts.ts';
import { sendConfirmation } from '../../mail/confirmation.ts';
import { newToken } from '../classes/tokens.ts';
import { command, publicCommand } from '../contract.ts';
import { hashToken } from '../people/one-time-link.ts';

/** A link to an address is good for so long. */
const HOURS = 48;
/** Nobody has more addresses than that; who would fill somebody's post box is stopped, whoever they are. */
const byPerson = new RateLimiterMemory({ points: 5, duration: 3_600 });
const byAddress = new RateLimiterMemory({ points: 5, duration: 86_400 });
const token = storable.min(8).max(100);

/** How much is new for oneself, up to what is counted. */
export const countOwn = command({
  input: z.strictObject({}),
  allow: 'signedIn',
  run: async (person): Promise<Outcome<{ count: number }>> => ({
    ok: true,
    count: await countNotices({ db: database(), pool: pool() }, person.id),
  }),
});

/** What was listed up to this moment has been seen. */
export const noteSeen = command({
  input: z.strictObject({ upTo: z.iso.datetime() }),
  allow: 'signedIn',
  run: async (person, { upTo }): Promise<Outcome<object>> => {
    await upsertSeen(database(), person.id, new Date(upTo));
    return { ok: true };
  },
});

/** Turns a kind on or off, in the app or in mails. */
export const chooseKind = command({
  input: z.strictObject({ kind: z.enum(NOTICE_KINDS), where: z.enum(['app', 'mail']), on: z.boolean() }),
  allow: 'signedIn',
  run: async (person, choice): Promise<Outcome<object>> => {
    await database().$transaction((tx) => setKind(tx, person.id, choice));
    return { ok: true };
  },
});

/** Turns the digest on or off; without an address that was confirmed there is none. */
export const chooseDigest = command({
  input: z.strictObject({ on: z.boolean() }),
  allow: 'signedIn',
  run: async (person, { on }): Promise<Outcome<object>> => {
    await setDigest(database(), person.id, on, newToken() + newToken());
    return { ok: true };
  },
});

/** Sends a link to an address, by which it is confirmed; or forgets the address. */
export const giveAddress = command({
  input: z.strictObject({ address: mailAddress.nullable() }),
  allow: 'signedIn',
  run: async (person, { address }): Promise<Outcome<object>> => {
    const userId = person.id;
    if (address === null) {
      await database().$transaction((tx) => forgetAddress(tx, userId));
      return { ok: true };
    }
    const env = environment();
    if (env.mail === undefined) return refuse('noMails');
    if (!(await within(byPerson, userId)) || !(await within(byAddress, address.toLowerCase())))
      return refuse('tooMany');
    const link = newToken() + newToken();
    const tokenHash = hashToken(link);
    await database().$transaction((tx) => insertConfirmation(tx, { userId, address, tokenHash, hours: HOURS }));
    // its reader waits for it: whether the mail server takes it is told at once
    const sent = await sendConfirmation(
      { ...env.mail, url: publicAddress(env) },
      { address, login: person.login, link },
    );
    if (sent) return { ok: true };
    await dropConfirmation(database(), tokenHash);
    return refuse('mailNotTaken', 'address');
  },
});

/** By the link of a mail: the address is its reader's. */
export const confirm = publicCommand({
  input: z.strictObject({ token }),
  allow: 'everybody',
  run: async ({ token: link }): Promise<Outcome<object>> => {
    const confirmed = await database().$transaction((tx) =>
      confirmAddress(tx, hashToken(link), newToken() + newToken()),
    );
    return confirmed ? { ok: true } : refuse('linkUsed');
  },
});

/** By the link of a digest: there are no more. */
export const unsubscribe = publicCommand({
  input: z.strictObject({ token }),
  allow: 'everybody',
  run: async ({ token: link }): Promise<Outcome<object>> =>
    (await endDigest(database(), link)) ? { ok: true } : refuse('linkUsed'),
});

async function within(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
