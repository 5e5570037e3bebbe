/** How somebody stands to what a command names: whether they teach its class, or host it. */
import { selectClassStanding } from '../../db/classes.ts';
import { database, pool } from '../../db/client.ts';
import type { StoredSession } from '../../db/live.ts';
import { selectOptionalSessionNow } from '../../db/live-session.ts';
import { type BoundAction, can, type Relation } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Refused, refuse } from '../../domain/refusal.ts';
import type { Standing } from './contract.ts';

/** For what belongs to a class that the input names; null: to all of them, which nobody teaches. */
export function ofClass<A extends BoundAction>(action: A) {
  const standing = async (person: Person, input: { classId: string | null }): Promise<Standing<undefined>> => ({
    relation: await toClass(person, input.classId),
    found: undefined,
  });
  return { action, standing };
}

/** The same also of a class that was put aside: its teachers bring it back, copy it, and delete it. */
export function ofAnyClass<A extends BoundAction>(action: A) {
  const standing = async (person: Person, input: { classId: string }): Promise<Standing<undefined>> => ({
    relation: await selectClassStanding(database(), person.id, input.classId, 'put aside too'),
    found: undefined,
  });
  return { action, standing };
}

/** For a live session that the input names: its host, or who teaches its class. */
export function ofSession<A extends BoundAction>(action: A) {
  const standing = async (person: Person, input: { session: string }): Promise<Standing<StoredSession> | Refused> => {
    const found = await selectOptionalSessionNow(pool(), input.session);
    return found === undefined ? refuse('notFound') : { relation: await toSession(person, found), found };
  };
  return { action, standing };
}

/**
 * For what a live session says of its players: to who hosts it as well, as long as they may open rooms. A class that was put aside has
 * its reports still, as it has its grades.
 */
export function ofReport<A extends BoundAction>(action: A) {
  const standing = async (person: Person, { session }: { session: string }): Promise<Standing<Reported> | Refused> => {
    const found = await selectOptionalSessionNow(pool(), session);
    if (found === undefined) return refuse('notFound');
    const inClass = await toClass(person, found.classId, 'put aside too');
    const hosts = found.hostId === person.id && can(person.role, 'live.open');
    return {
      relation: { ...inClass, ...(hosts ? { own: true } : {}) },
      found: { session: found, seesClass: found.classId !== null && can(person.role, 'class.results', inClass) },
    };
  };
  return { action, standing };
}

/** A session, and whether who asks may know who is in its class. */
export interface Reported {
  session: StoredSession;
  seesClass: boolean;
}

export async function toClass(
  person: Person,
  classId: string | null,
  which?: 'in use' | 'put aside too',
): Promise<Relation> {
  return classId === null ? {} : selectClassStanding(database(), person.id, classId, which);
}

/** May this person host that session, or look at it as its host does? */
export async function mayHost(person: Person | undefined, session: StoredSession): Promise<boolean> {
  return person !== undefined && can(person.role, 'live.host', await toSession(person, session));
}

async function toSession(person: Person, session: StoredSession): Promise<Relation> {
  return session.hostId === person.id ? { own: true } : toClass(person, session.classId);
}
