/** Phrases for remarks: each account has its own, and nobody else reads them. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { insertPhrase, selectPhrases } from '../../../db/remark-phrases.ts';
import { compareNames } from '../../../domain/people/name-order.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { remarkText } from '../../../domain/remarks/input.ts';
import { MOST_PHRASES } from '../../../domain/remarks/remark.ts';
import { command } from '../contract.ts';

export const readPhrases = command({
  input: z.strictObject({}),
  allow: 'signedIn',
  run: async (person): Promise<Outcome<{ phrases: { id: string; text: string }[] }>> => {
    const phrases = await selectPhrases(database(), person.id);
    return { ok: true, phrases: phrases.toSorted((one, other) => compareNames(one.text, other.text)) };
  },
});

/** Keeps a phrase, to be said again; also one that was dropped a moment ago. `kept` false: there are as many as one may have. */
export const keepPhrase = command({
  input: z.strictObject({ text: remarkText }),
  allow: 'signedIn',
  run: async (person, { text }): Promise<Outcome<{ kept: boolean }>> => {
    const kept = await database().$transaction((tx) => insertPhrase(tx, person.id, text, MOST_PHRASES));
    return { ok: true, kept };
  },
});

/** One of one's own; of another's nothing is said. */
export const dropPhrase = command({
  input: z.strictObject({ phrase: z.uuid() }),
  allow: 'signedIn',
  run: async (person, { phrase }): Promise<Outcome<object>> => {
    await database().remarkPhrase.deleteMany({ where: { id: phrase, userId: person.id } });
    return { ok: true };
  },
});
