/** One's own account: name, password, where one is signed in. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { deleteSignIns, selectSignIns } from '../../../db/sign-ins.ts';
import { holdPassword, insertAudit, selectPasswordHash, updateName, updatePassword } from '../../../db/users.ts';
import { nameChange, passwordChange } from '../../../domain/people/input.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { hashPassword, verifyPassword } from '../../passwords.ts';
import { command } from '../contract.ts';
import { guarded } from './sign-in.ts';

export const changeName = command({
  input: nameChange,
  allow: 'signedIn',
  run: async (person, { name }): Promise<Outcome<{ name: string }>> =>
    database().$transaction(async (tx) => {
      await updateName(tx, person.id, name);
      await insertAudit(tx, { actorId: person.id, action: 'user.rename', subject: person.id, details: { name } });
      return { ok: true, name };
    }),
});

/** A new password, by the one that holds: whoever finds a computer that is signed in does not know it. Ends all other sign-ins. */
export const changePassword = command({
  input: passwordChange,
  allow: 'signedIn',
  run: async (person, input, _, signIn): Promise<Outcome<object>> => {
    if (signIn === undefined) return refuse('notSignedIn');
    const stored = await selectPasswordHash(database(), person.id);
    // counted by this sign-in: neither who guesses at the door nor who has taken another sign-in keeps the owner from it
    const known = (): string => `sign-in ${signIn}`;
    const right = await guarded(person.id, { address: '', known }, () => verifyPassword(stored, input.current));
    if (right === undefined) return refuse('tooMany');
    if (!right) return refuse('notYourPassword', 'current');
    if (input.password === input.current) return refuse('samePassword', 'password');
    const passwordHash = await hashPassword(input.password);
    return database().$transaction(async (tx) => {
      // this password, or this sign-in, may have been ended while the new one was computed
      if (!(await holdPassword(tx, person.id, stored, signIn))) return refuse('notYourPassword', 'current');
      await updatePassword(tx, person.id, passwordHash, signIn);
      await insertAudit(tx, { actorId: person.id, action: 'user.newPassword', subject: person.id });
      return { ok: true as const };
    });
  },
});

/** Signs out one browser, or all of them. */
export const signOut = command({
  input: z.strictObject({ signIn: z.uuid().nullable() }),
  allow: 'signedIn',
  run: async (person, { signIn }): Promise<Outcome<{ ended: number }>> =>
    database().$transaction(async (tx) => ({
      ok: true as const,
      // another person's is not found among one's own
      ended: await deleteSignIns(tx, person.id, signIn === null ? {} : { only: signIn }),
    })),
});

/** Where somebody is signed in; `here` is the browser that asks. */
export async function listSignIns(person: Person, here: string) {
  const all = await selectSignIns(database(), person.id);
  return all.map(({ createdAt, seenAt, ...one }) => ({
    ...one,
    here: one.id === here,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
  }));
}
