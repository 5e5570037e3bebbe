/** A sign-in as the password would make it. */
import { database } from '../../db/client.ts';
import { insertSignIn } from '../../db/sign-ins.ts';
import { selectPasswordHash } from '../../db/users.ts';

export async function signInOf(userId: string, device: string): Promise<string> {
  const made = await insertSignIn(database(), userId, await selectPasswordHash(database(), userId), device);
  if (made === undefined) throw new Error(`${userId} may not sign in`);
  return made;
}
