/** Signing in with name or e-mail and password. Wrong passwords cost growing waits, which nobody can impose on somebody else. */
import { database } from '../../../db/client.ts';
import { insertSignIn } from '../../../db/sign-ins.ts';
import { insertAudit, selectOptionalSignIn } from '../../../db/users.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { LONGEST_PASSWORD } from '../../../domain/people/names/password.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { GrowingWait } from '../../growing-wait.ts';
import { verifyPassword } from '../../passwords.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Nobody tries ten passwords for one account; who guesses from elsewhere does not stop its owner here. */
const here = new GrowingWait({ free: 10, first: 30 * SECOND, longest: 15 * MINUTE, forgotten: 30 * MINUTE });
/** One account from everywhere: against many addresses at once, and short, since its owner waits as well. */
const anywhere = new GrowingWait({ free: 100, first: SECOND, longest: 30 * SECOND, forgotten: 60 * MINUTE });
/** One address for all accounts: a lecture of 300 mistypes three times each; who tries one password on many names more often. */
const byNetwork = new GrowingWait({ free: 900, first: SECOND, longest: MINUTE, forgotten: 10 * MINUTE });

interface Door {
  address: string;
  /** what identifies the browser, where this account has signed in in it before */
  known?(account: string): string | undefined;
}

interface SignIn extends Door {
  login: string;
  password: string;
  /** what the browser calls itself */
  agent?: string;
}

interface Entered {
  person: Person;
  /** id of the sign-in, for the cookie */
  signIn: string;
}

/**
 * Never throws: what a fault of ours says (an address, a query) is for `faultSeen`, not for the stranger at the door.
 */
export async function signIn(
  input: SignIn,
  faultSeen: (error: unknown) => void = () => undefined,
): Promise<Outcome<Entered>> {
  try {
    return await check(input);
  } catch (error) {
    faultSeen(error);
    return refuse('unavailable');
  }
}

async function check(input: SignIn): Promise<Outcome<Entered>> {
  const login = input.login.trim().toLowerCase();
  if (!storable.safeParse(login).success) return refuse('wrongPassword');
  if (login === '' || input.password === '' || login.length > 200 || input.password.length > LONGEST_PASSWORD)
    return refuse('wrongPassword');
  const db = database();
  const found = await selectOptionalSignIn(db, login);
  // by name or by e-mail, it is one account
  const account = found?.id ?? `name:${login}`;
  const matches = await guarded(account, input, () => verifyPassword(found?.passwordHash, input.password));
  if (matches === undefined) return refuse('tooMany');
  if (found === null || !matches) {
    await insertAudit(db, { actorId: null, action: 'signIn.refused', subject: login });
    return refuse('wrongPassword');
  }
  const { passwordHash, disabledAt, ...person } = found;
  // told to who knows the password, and to nobody else
  if (disabledAt !== null) return refuse('accountClosed');
  const id = await insertSignIn(db, person.id, passwordHash, input.agent ?? '');
  return id === undefined ? refuse('wrongPassword') : { ok: true, person, signIn: id };
}

/**
 * Looks at a password unless too many wrong ones came before.
 * @returns whether it is right; undefined where it was not looked at
 */
export async function guarded(
  account: string,
  door: Door,
  verify: () => Promise<boolean>,
): Promise<boolean | undefined> {
  const known = door.known?.(account);
  const own: [GrowingWait, string] = [here, `${account} ${known ?? door.address}`];
  // what others try, from elsewhere or behind the same address, is not counted where the owner has been before
  const counts: [GrowingWait, string][] =
    known === undefined ? [own, [anywhere, account], [byNetwork, door.address]] : [own];
  const now = performance.now();
  if (counts.some(([wait, key]) => wait.left(key, now) > 0)) return undefined;
  for (const [wait, key] of counts) wait.begin(key, now);
  const right = await verify();
  if (!right) return false;
  for (const [wait, key] of counts) wait.undo(key);
  own[0].forgive(own[1]);
  return true;
}
