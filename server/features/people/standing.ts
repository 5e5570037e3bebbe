/** How somebody stands to an account that they name. */
import { selectStandingToStudent } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';

/** An admin. */
export async function toAccount(person: Person, input: { userId: string }): Promise<Standing<undefined>> {
  return { relation: { own: input.userId === person.id }, found: undefined };
}

/** The same for a link to its password: who assists gives one out only as long as none was chosen. */
export async function toPassword(person: Person, input: { userId: string }): Promise<Standing<undefined> | Refused> {
  const standing = await toStudent(person, input);
  if ('refused' in standing) return standing;
  const chosen = await database().user.count({ where: { id: input.userId, passwordHash: { not: null } } });
  return chosen === 0 ? standing : { ...standing, relation: { ...standing.relation, assists: [] } };
}

/** To a student's account: by the class that made it. Not to those of colleagues who sit in the class as well. */
export async function toStudent(person: Person, input: { userId: string }): Promise<Standing<undefined> | Refused> {
  const db = database();
  const target = await db.user.findUnique({ where: { id: input.userId }, select: { role: true } });
  if (target === null) return refuse('notFound');
  if (target.role !== 'student') return { relation: {}, found: undefined };
  const relation = await selectStandingToStudent(db, person.id, input.userId, 'the class of the account');
  return { relation, found: undefined };
}
