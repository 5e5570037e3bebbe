/** How somebody stands to what is said to a submission: it is theirs, or they teach or assist in the class in which it is said. */
import { selectClassStanding, studiesIn } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import type { RemarkedWork } from '../../../db/remarks.ts';
import type { Relation } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';
import { toClass } from '../standing.ts';

export interface FoundWork extends RemarkedWork {
  answer: unknown;
}

/** To one submission, in a class. What its student keeps to themselves is nobody else's to speak of. */
export async function toWork(
  person: Person,
  { classId, submissionId }: { classId: string | null; submissionId: string },
): Promise<Standing<FoundWork> | Refused> {
  const found = await database().submission.findUnique({
    where: { id: submissionId },
    select: { id: true, userId: true, lessonId: true, questionId: true, purpose: true, answer: true },
  });
  if (found === null || found.purpose === 'run') return refuse('notFound');
  const { purpose, ...work } = found;
  if (work.userId === person.id) return { relation: { own: true }, found: work };
  if (purpose !== 'submit') return refuse('notFound');
  return { relation: await toClass(person, classId), found: work };
}

/** To several, of which all are theirs or none counts as that. */
export async function toWorks(
  person: Person,
  { classId, submissions }: { classId: string; submissions: readonly string[] },
): Promise<Standing<undefined>> {
  const others = await database().submission.count({
    where: { id: { in: [...submissions] }, userId: { not: person.id } },
  });
  const own = await database().submission.count({ where: { id: { in: [...submissions] }, userId: person.id } });
  const relation = own > 0 && others === 0 ? { own: true } : await toClass(person, classId);
  return { relation, found: undefined };
}

export interface FoundRemark {
  id: string;
  classId: string;
  withdrawn: boolean;
  work: FoundWork;
}

/** To a remark: its author's, as long as they may speak there. */
export async function toRemark(
  person: Person,
  { remark: id }: { remark: string },
): Promise<Standing<FoundRemark> | Refused> {
  const found = await database().remark.findUnique({
    where: { id },
    select: {
      classId: true,
      authorId: true,
      withdrawnAt: true,
      class: { select: { archivedAt: true } },
      submission: { select: { id: true, userId: true, lessonId: true, questionId: true, answer: true } },
    },
  });
  if (found === null || found.classId === null) return refuse('notFound');
  const { classId, authorId, submission } = found;
  const own =
    authorId === person.id && found.class?.archivedAt === null && (await speaks(person, classId, submission.userId));
  return { relation: { own }, found: { id, classId, withdrawn: found.withdrawnAt !== null, work: submission } };
}

/** Whether somebody may say something in a class, to the work of one of its students. */
async function speaks(person: Person, classId: string, studentId: string): Promise<boolean> {
  const db = database();
  if (!(await studiesIn(db, studentId, classId))) return false;
  if (person.id === studentId || person.role === 'admin') return true;
  const { teaches, assists }: Relation = await selectClassStanding(db, person.id, classId);
  return teaches === true || (assists ?? []).length > 0;
}
