/** Signing in with name or e-mail and password. Wrong passwords cost growing waits, which nobody can impose on somebody else. */
import { database } from '../../db/client.ts';
import { insertAudit, selectOptionalSignIn } from '../../db/users.ts';
import { storable } from '../../domain/answer.ts';
import type { Person } from '../../domain/person.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';
import { GrowingWait } from '../growing-wait.ts';
import { LONGEST_PASSWORD, verifyPassword } from '../passwords.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Nobody tries ten passwords for one account; who guesses from elsewhere does not stop its owner here. */
const here = new GrowingWait({ free: 10, first: 30 * SECOND, longest: 15 * MINUTE, forgotten: 30 * MINUTE });
/** One account from everywhere: against many addresses at once, and short, since its owner waits as well. */
const anywhere = new GrowingWait({ free: 100, first: SECOND, longest: 30 * SECOND, forgotten: 60 * MINUTE });
/** One address for all accounts: a lecture of 300 mistypes three times each; who tries one password on many names more often. */
const byNetwork = new GrowingWait({ free: 900, first: SECOND, longest: MINUTE, forgotten: 10 * MINUTE });

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
  const db = database();
  const found = await selectOptionalSignIn(db, login);
  // by name or by e-mail, it is one account
  const account = found?.id ?? `name:${login}`;
  const counts: [GrowingWait, string][] = [
    [here, `${account} ${input.address}`],
    [anywhere, account],
    [byNetwork, input.address],
  ];
  const now = performance.now();
  if (counts.some(([wait, key]) => wait.left(key, now) > 0)) return refuse('tooMany');
  for (const [wait, key] of counts) wait.begin(key, now);
  const matches = await verifyPassword(found?.passwordHash, input.password);
  if (found === null || !matches) {
    await insertAudit(db, { actorId: null, action: 'signIn.refused', subject: login });
    return refuse('wrongPassword');
  }
  for (const [wait, key] of counts) wait.undo(key);
  here.forgive(`${account} ${input.address}`);
  const { passwordHash: _, ...person } = found;
  return { ok: true, person };
}
