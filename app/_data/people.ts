import 'server-only';
/** Everybody with an account, for admins. */
import { database } from '../../db/client.ts';
import { sortByName } from '../../domain/name-order.ts';

export async function readPeople() {
  const people = await database().user.findMany({
    select: { id: true, name: true, login: true, role: true, createdAt: true, disabledAt: true },
  });
  return sortByName(people).map(({ createdAt, disabledAt, ...person }) => ({
    ...person,
    since: createdAt.toISOString(),
    disabled: disabledAt !== null,
  }));
}
