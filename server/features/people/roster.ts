/** Many people into a class at once, from a list as a teacher has it: looked at line by line, then those that are ticked, and undone. */
import { z } from 'zod';
import { enrolStudent, insertInvitation, removeStudent, takeBackInvitations } from '../../../db/class-people.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { insertAudit, insertUser } from '../../../db/users.ts';
import { MOST } from '../../../domain/exchange/limits.ts';
import type { Remark } from '../../../domain/exchange/remark.ts';
import { ROSTER_FIELDS, type RosterColumn } from '../../../domain/exchange/roster/columns.ts';
import { MOST_PEOPLE } from '../../../domain/exchange/roster/read.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { rosterPerson } from '../../../domain/people/input.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { readRosterInTurn } from '../../importing/roster.ts';
import { command, type Standing } from '../contract.ts';
import { ofClass, toClass } from '../standing.ts';
import { type LookedPerson, lookedAt } from './roster-lines.ts';

const LARGEST_FILE = Math.ceil(MOST.bytes / 3) * 4;
const LARGEST = LARGEST_FILE + 64 * 1024;

export type LookedRoster =
  | { refused: Remark }
  | { columns: readonly RosterColumn[]; people: LookedPerson[]; remarks: readonly Remark[] };

/** Who would be added; nothing is written. */
export const lookAtRoster = command({
  input: z.strictObject({
    classId: z.uuid(),
    /** in base64: pasted text as well */
    file: storable.max(LARGEST_FILE),
    columns: z.array(z.enum(ROSTER_FIELDS)).max(500).nullable(),
  }),
  allow: ofClass('class.people'),
  largest: LARGEST,
  run: async (_person, { classId, file, columns }): Promise<Outcome<{ looked: LookedRoster }>> => {
    const bytes = new Uint8Array(Buffer.from(file, 'base64'));
    const read = await readRosterInTurn(bytes, columns ?? undefined);
    if (read === null) return refuse('tooMany');
    if ('refused' in read) return { ok: true, looked: read };
    const people = await lookedAt(database(), classId, read.lines);
    return { ok: true, looked: { columns: read.columns, remarks: read.remarks, people } };
  },
});

export interface AddedRoster {
  rosterId: string;
  /** accounts that were made */
  made: { id: string; name: string; login: string }[];
  invited: number;
}

/** Adds those that are ticked: an account and a place in the class for who is new, an invitation for who has an account. All or none. */
export const addRoster = command({
  input: z.strictObject({ classId: z.uuid(), people: z.array(rosterPerson).min(1).max(MOST_PEOPLE) }),
  allow: ofClass('class.people'),
  run: async (person, { classId, people }): Promise<Outcome<AddedRoster> | Refused> => {
    const logins = people.map(({ login }) => login);
    const twice = logins.findIndex((login, index) => logins.indexOf(login) !== index);
    if (twice >= 0) return refuse('loginTaken', `people.${twice}.login`);
    try {
      return await database().$transaction((tx) => addAll(tx, person, classId, people), { timeout: 30_000 });
    } catch (error) {
      // somebody else took one of the names a moment ago: the list is looked at again
      if (isUniqueViolation(error)) return refuse('changedMeanwhile');
      throw error;
    }
  },
});

type RosterPerson = z.infer<typeof rosterPerson>;

async function addAll(
  tx: Queryable,
  person: Person,
  classId: string,
  people: readonly RosterPerson[],
): Promise<Outcome<AddedRoster> | Refused> {
  const found = await tx.class.count({ where: { id: classId, archivedAt: null } });
  if (found === 0) return refuse('notFound', 'classId');
  const accounts = await tx.user.findMany({
    where: { login: { in: people.map(({ login }) => login) } },
    select: { id: true, login: true, role: true, disabledAt: true },
  });
  const known = new Map(accounts.map((account) => [account.login, account]));
  const wrong = people.findIndex(({ login, as }) => {
    const account = known.get(login);
    return as === 'new' ? account !== undefined : account?.role !== 'student' || account.disabledAt !== null;
  });
  if (wrong >= 0) return refuse(people[wrong]?.as === 'new' ? 'loginTaken' : 'notFound', `people.${wrong}.login`);
  const { id: rosterId } = await tx.roster.create({ data: { classId, madeById: person.id }, select: { id: true } });
  const made: AddedRoster['made'] = [];
  const invitations: string[] = [];
  for (const { as, fullName, ...one } of people) {
    if (as === 'new') {
      const account = await insertUser(tx, { ...one, role: 'student', passwordHash: null, madeInId: classId });
      if (fullName !== null) await tx.user.update({ where: { id: account.id }, data: { fullName } });
      await tx.enrolment.create({ data: { classId, userId: account.id, role: 'student' } });
      made.push({ id: account.id, name: account.name, login: account.login });
    } else {
      const userId = known.get(one.login)?.id ?? '';
      const isIn = (await tx.enrolment.count({ where: { classId, userId } })) > 0;
      const helps = (await tx.classAssistant.count({ where: { classId, userId } })) > 0;
      if (!isIn && !helps)
        invitations.push(await insertInvitation(tx, { classId, userId, asRole: 'student', invitedById: person.id }));
    }
  }
  await tx.rosterPerson.createMany({
    data: [
      ...made.map(({ id }) => ({ rosterId, userId: id })),
      ...invitations.map((invitationId) => ({ rosterId, invitationId })),
    ],
  });
  await tx.auditEvent.createMany({
    data: made.map(({ id }) => ({
      actorId: person.id,
      action: 'user.create',
      subject: id,
      details: { role: 'student', roster: rosterId },
    })),
  });
  const details = { made: made.length, invited: invitations.length, roster: rosterId };
  await insertAudit(tx, { actorId: person.id, action: 'class.addMany', subject: classId, details });
  return { ok: true, rosterId, made, invited: invitations.length };
}

async function toRoster(person: Person, { rosterId }: { rosterId: string }) {
  const found = await database().roster.findUnique({
    where: { id: rosterId },
    select: { id: true, classId: true, madeById: true },
  });
  if (found === null) return refuse('notFound');
  const { assists = [], ...relation } = await toClass(person, found.classId);
  // who assists undoes their own lists only: what a teacher has added is a teacher's to take away
  const standing = { ...relation, assists: found.madeById === person.id ? assists : [] };
  return { relation: standing, found } satisfies Standing<typeof found>;
}

export interface UndoneRoster {
  /** accounts that were made for it and that nobody has used */
  gone: number;
  /** who uses theirs by now, or has accepted: out of the class, with all that is theirs */
  out: number;
  /** invitations that nobody had answered */
  takenBack: number;
}

/** Undoes a list: accounts that nobody has used are gone, everybody else is out of the class and keeps what is theirs. */
export const undoRoster = command({
  input: z.strictObject({ rosterId: z.uuid() }),
  allow: { action: 'class.people', standing: toRoster },
  run: async (person, { rosterId }, { classId }): Promise<Outcome<UndoneRoster>> =>
    database().$transaction(async (tx) => {
      const now = await databaseNow(tx);
      const undone = await tx.roster.updateMany({ where: { id: rosterId, undoneAt: null }, data: { undoneAt: now } });
      if (undone.count === 0) return refuse('notFound', 'rosterId');
      const rows = await tx.rosterPerson.findMany({
        where: { rosterId },
        select: {
          user: { select: { id: true, passwordHash: true } },
          invitation: { select: { id: true, userId: true, accepted: true } },
        },
      });
      const accounts = rows.flatMap(({ user }) => user ?? []);
      const unused = accounts.filter(({ passwordHash }) => passwordHash === null).map(({ id }) => id);
      const accepted = rows.flatMap(({ invitation }) =>
        invitation?.accepted === true ? (invitation.userId ?? []) : [],
      );
      const used = [...accounts.flatMap(({ id }) => (unused.includes(id) ? [] : [id])), ...accepted];
      let out = 0;
      for (const userId of used)
        if (await removeStudent(tx, { classId, userId, removedById: person.id, barred: false })) out++;
      // whoever has no password has never signed in: nothing can be theirs
      const { count: gone } = await tx.user.deleteMany({ where: { id: { in: unused }, passwordHash: null } });
      const takenBack = await takeBackInvitations(
        tx,
        rows.flatMap(({ invitation }) => invitation?.id ?? []),
      );
      const details = { roster: rosterId, gone, out, takenBack };
      await insertAudit(tx, { actorId: person.id, action: 'class.undoMany', subject: classId, details });
      return { ok: true as const, gone, out, takenBack };
    }),
});

/** Somebody who was taken out comes back. */
export const bringBack = command({
  input: z.strictObject({ classId: z.uuid(), userId: z.uuid() }),
  allow: ofClass('class.people'),
  run: async (_person, { classId, userId }): Promise<Outcome<object>> =>
    database().$transaction(async (tx) => {
      // only who was in it: putting others in is for themselves
      const was = await tx.formerStudent.count({ where: { classId, userId, user: { role: 'student' } } });
      const helps = await tx.classAssistant.count({ where: { classId, userId } });
      if (was === 0 || helps > 0) return refuse('notFound');
      await enrolStudent(tx, classId, userId);
      return { ok: true as const };
    }),
});
