import 'server-only';
/** Everybody with an account, for admins. */
import { database } from '../../db/client.ts';

export async function readPeople() {
  const people = await database().user.findMany({
    orderBy: [{ name: 'asc' }, { login: 'asc' }],
    select: { id: true, name: true, login: true, role: true, createdAt: true, disabledAt: true },
  });
  return people.map(({ createdAt, disabledAt, ...person }) => ({
    ...person,
    since: createdAt.toISOString(),
    disabled: disabledAt !== null,
  }));
}
