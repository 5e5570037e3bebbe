/** Signing in with name or e-mail and password, throttled by name and by address. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { database } from '../../db/client.ts';
import { insertAudit, selectOptionalSignIn } from '../../db/users.ts';
import { storable } from '../../domain/answer.ts';
import type { Person } from '../../domain/person.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';
import { LONGEST_PASSWORD, verifyPassword } from '../passwords.ts';

/** A class of thirty signs in from one address in the same minute; nobody tries ten passwords for one name. */
const byName = new RateLimiterMemory({ points: 10, duration: 300 });
const byAddress = new RateLimiterMemory({ points: 300, duration: 300 });

interface SignIn {
  login: string;
  password: string;
  address: string;
}

/**
 * Never throws: what a fault of ours says (an address, a query) is for `faultSeen`, not for the stranger at the door.
 */
export async function signIn(
  input: SignIn,
  faultSeen: (error: unknown) => void = () => undefined,
): Promise<Outcome<{ person: Person }>> {
  try {
    return await check(input);
  } catch (error) {
    faultSeen(error);
    return refuse('unavailable');
  }
}

async function check(input: SignIn): Promise<Outcome<{ person: Person }>> {
  const login = input.login.trim().toLowerCase();
  if (!storable.safeParse(login).success) return refuse('wrongPassword');
  if (login === '' || input.password === '' || login.length > 200 || input.password.length > LONGEST_PASSWORD)
    return refuse('wrongPassword');
  try {
    await byAddress.consume(input.address);
    await byName.consume(login);
  } catch {
    return refuse('tooMany');
  }
  const db = database();
  const found = await selectOptionalSignIn(db, login);
  const matches = await verifyPassword(found?.passwordHash, input.password);
  if (found === null || !matches) {
    await insertAudit(db, { actorId: null, action: 'signIn.refused', subject: login });
    return refuse('wrongPassword');
  }
  await byName.delete(login);
  const { passwordHash: _, ...person } = found;
  return { ok: true, person };
}
