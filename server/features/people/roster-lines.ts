/** What would become of each line of a list: who is new, who has an account, who is in the class already, and what cannot be added. */
import type { Queryable } from '../../../db/client.ts';
import type { RosterLine } from '../../../domain/exchange/roster/lines.ts';
import { suggestLogin } from '../../../domain/people/names/sign-in-name.ts';

/**
 * - `new`       an account is made
 * - `invited`   has an account: asked, and in by accepting
 * - `asked`     was asked already
 * - `inClass`   learns, teaches or assists in it already
 * - `sameName`  somebody of this name is in the class: perhaps the same
 * - `twice`     stands in the list before
 * - `noStudent` signs in with an account that cannot learn in a class
 * - `faulty`    cannot be taken as it is
 */
type RosterState = 'new' | 'invited' | 'asked' | 'inClass' | 'sameName' | 'twice' | 'noStudent' | 'faulty';

/** A line of a list as a page shows it. */
export interface LookedPerson extends Omit<RosterLine, 'login'> {
  /** what they would sign in with; of somebody new one is made, where the list has none */
  login: string;
  state: RosterState;
}

const FALLBACK = 'student';

/** Of others no more is told than the name that was typed. */
export async function lookedAt(db: Queryable, classId: string, lines: readonly RosterLine[]): Promise<LookedPerson[]> {
  const typed = lines.flatMap(({ login, problem }) => (login === null || problem !== null ? [] : [login]));
  const [accounts, students] = await Promise.all([
    db.user.findMany({
      where: { login: { in: typed } },
      select: {
        login: true,
        role: true,
        disabledAt: true,
        enrolments: { where: { classId }, select: { userId: true } },
        assists: { where: { classId }, select: { userId: true } },
        invitations: { where: { classId, answeredAt: null }, select: { id: true } },
      },
    }),
    db.user.findMany({
      where: { enrolments: { some: { classId, role: 'student' } } },
      select: { name: true, fullName: true },
    }),
  ]);
  const known = new Map(accounts.map((account) => [account.login, account]));
  const names = new Set(students.flatMap(({ name, fullName }) => [name, fullName ?? name]).map(plain));
  const seen = new Set<string>();
  const suggested = await freeLogins(db, lines, new Set(typed));
  return lines.map(({ login, ...line }, index) => {
    const state = ((): RosterState => {
      if (line.problem !== null) return 'faulty';
      const key = login ?? plain(line.fullName ?? line.name);
      if (seen.has(key)) return 'twice';
      seen.add(key);
      if (login === null) return names.has(plain(line.fullName ?? line.name)) ? 'sameName' : 'new';
      const account = known.get(login);
      if (account === undefined) return 'new';
      if (account.enrolments.length + account.assists.length > 0) return 'inClass';
      if (account.role !== 'student' || account.disabledAt !== null) return 'noStudent';
      return account.invitations.length > 0 ? 'asked' : 'invited';
    })();
    return { ...line, login: login ?? suggested[index] ?? '', state };
  });
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase();

/** For each line without one a sign-in name that nobody has: `jo.ng`, `jo.ng2`. */
async function freeLogins(
  db: Queryable,
  lines: readonly RosterLine[],
  typed: ReadonlySet<string>,
): Promise<(string | undefined)[]> {
  const bases = lines.map(({ login, problem, name }) =>
    login !== null || problem !== null ? undefined : suggestLogin(name) || FALLBACK,
  );
  const wanted = [...new Set(bases.filter((base) => base !== undefined))];
  const found = await db.user.findMany({
    where: { OR: wanted.map((base) => ({ login: { startsWith: base } })) },
    select: { login: true },
  });
  const taken = new Set([...typed, ...found.map(({ login }) => login)]);
  return bases.map((base) => {
    if (base === undefined) return undefined;
    let free = base;
    for (let number = 2; taken.has(free); number++) free = `${base}${number}`;
    taken.add(free);
    return free;
  });
}
