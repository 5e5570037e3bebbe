/** How somebody stands to what was asked: it is theirs, or they teach or assist in the class whose teachers it was asked. */
import { selectClassStanding, studiesIn } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import { type StoredInquiry, selectClassesToAsk } from '../../../db/inquiries.ts';
import type { Relation } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';
import { toClass } from '../standing.ts';

/** To the class that is asked: its student, where it has this lesson or quiz; in one that was put aside nobody is asked. */
export async function toAsked(
  person: Person,
  { classId, lessonId }: { classId: string; lessonId: string },
): Promise<Standing<undefined>> {
  const classes = await selectClassesToAsk(database(), { userId: person.id, lessonId });
  return { relation: { own: classes.some(({ id }) => id === classId) }, found: undefined };
}

export interface FoundInquiry extends StoredInquiry {
  /** something more may be said: its student is in the class, which is in use */
  open: boolean;
}

/** To a question that was asked. Taken back, or of somebody who is not in the class any more, it is there for its student alone. */
export async function toInquiry(
  person: Person,
  { inquiry: id }: { inquiry: string },
): Promise<Standing<FoundInquiry> | Refused> {
  const db = database();
  const found = await db.inquiry.findUnique({
    where: { id },
    select: {
      ...{ id: true, classId: true, studentId: true, lessonId: true, lessonVersionId: true },
      ...{ questionId: true, variantId: true },
      class: { select: { archivedAt: true } },
      messages: { where: { id, withdrawnAt: { not: null } }, select: { id: true } },
    },
  });
  if (found === null) return refuse('notFound');
  const { class: of, messages, ...inquiry } = found;
  const { classId, studentId } = inquiry;
  const stays = classId !== null && (await studiesIn(db, studentId, classId));
  const isTakenBack = messages.length > 0;
  const open = stays && of?.archivedAt === null && !isTakenBack;
  if (studentId === person.id) return { relation: { own: true }, found: { ...inquiry, open } };
  if (isTakenBack || !stays) return refuse('notFound');
  return { relation: await toClass(person, classId), found: { ...inquiry, open } };
}

export interface FoundMessage {
  id: string;
  withdrawn: boolean;
  inquiry: StoredInquiry;
}

/** To something that was said: its author's, as long as they may speak there. */
export async function toMessage(
  person: Person,
  { message: id }: { message: string },
): Promise<Standing<FoundMessage> | Refused> {
  const found = await database().inquiryMessage.findUnique({
    where: { id },
    select: { authorId: true, inquiryId: true, withdrawnAt: true },
  });
  if (found === null) return refuse('notFound');
  const asked = await toInquiry(person, { inquiry: found.inquiryId });
  if ('refused' in asked) return asked;
  const { open, ...inquiry } = asked.found;
  // what was asked can be put back where it was taken back: then it is open to nobody, and its author's still
  const isWhole = found.withdrawnAt !== null && id === inquiry.id;
  const own =
    found.authorId === person.id && (isWhole ? await isInUse(inquiry) : open) && (await speaks(person, inquiry));
  return { relation: { own }, found: { id, withdrawn: found.withdrawnAt !== null, inquiry } };
}

async function isInUse({ classId, studentId }: StoredInquiry): Promise<boolean> {
  if (classId === null || !(await studiesIn(database(), studentId, classId))) return false;
  return (await database().class.count({ where: { id: classId, archivedAt: null } })) > 0;
}

async function speaks(person: Person, { classId, studentId }: StoredInquiry): Promise<boolean> {
  if (classId === null) return false;
  if (person.id === studentId || person.role === 'admin') return true;
  const { teaches, assists }: Relation = await selectClassStanding(database(), person.id, classId);
  return teaches === true || (assists ?? []).length > 0;
}
