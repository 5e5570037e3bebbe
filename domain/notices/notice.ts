/** What somebody is told of what is new: which kinds there are, for whom, and where each leads. */
import type { Role } from '../people/permissions.ts';
import { withQuery } from '../with-query.ts';
import { askedAnchor, remarksAnchor } from './card-anchors.ts';

/** For who learns: what was given, what is due within a day, answers that are told now, what was said, graded again, a room that plays. */
const OF_STUDENTS = ['given', 'due', 'released', 'remark', 'answer', 'regraded', 'live'] as const;
/** For who teaches or assists: what was asked and answered, what a person has to decide. */
const OF_DESK = ['asked', 'reply', 'undecided'] as const;
/** For who has questions and quizzes: what became theirs, and a room that they are to host. */
const OF_AUTHORS = ['shared', 'handedOver', 'hosting'] as const;
/** In the order in which they are listed where they are chosen. */
export const NOTICE_KINDS = [...OF_STUDENTS, ...OF_DESK, ...OF_AUTHORS, 'invited'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A quiz that plays now is over when a mail is read. */
export const NEVER_MAILED = ['live', 'hosting'] as const satisfies readonly NoticeKind[];
export type MailKind = Exclude<NoticeKind, (typeof NEVER_MAILED)[number]>;
export const MAIL_KINDS: readonly MailKind[] = NOTICE_KINDS.filter(isMailed);

export function isMailed(kind: NoticeKind): kind is MailKind {
  return !NEVER_MAILED.some((never) => never === kind);
}

/** Which kinds can come to somebody. @param assists in a class, whatever their account is */
export function kindsOf(role: Role, assists: boolean): NoticeKind[] {
  const own: readonly NoticeKind[] = role === 'student' ? OF_STUDENTS : [...OF_DESK, ...OF_AUTHORS];
  const more: readonly NoticeKind[] = role === 'student' && assists ? OF_DESK : [];
  return [...own, ...more, 'invited'];
}

/** How long something is told of. */
export const NOTICE_DAYS = 30;
/** More is not counted: a number that long says that there is much. */
export const MOST_COUNTED = 99;

/** One of them. What does not fit its kind is null. */
export interface Notice {
  kind: NoticeKind;
  /** among those of its kind */
  id: string;
  at: string;
  /** it was not there when one looked last, and was not read elsewhere */
  fresh: boolean;
  /** of what was given or asked: its lesson or quiz */
  title: string | null;
  question: string | null;
  className: string | null;
  /** who has said, asked, shared or given it */
  who: string | null;
  /** of what is due: when; of what opens later: then */
  when: string | null;
  /** of what is decided by people: how many answers wait */
  count: number | null;
  /** where it is read; null: nowhere any more */
  href: string | null;
}

/** What of a notice says where it leads. */
export interface NoticePlace {
  classId: string | null;
  lessonId: string | null;
  /** of a lesson of a course; null: of a quiz */
  slug: string | null;
  activityId: string | null;
  questionName: string | null;
  studentId: string | null;
}

/** Where a notice leads; null: its quiz is not theirs any more. @param room the way into a room that plays */
export function placeOf(kind: NoticeKind, id: string, place: NoticePlace, room: string | null): string | null {
  const { classId, lessonId, slug, activityId, questionName: question, studentId } = place;
  const page = slug === null ? activityId && `/activities/${activityId}` : `/lessons/${slug}`;
  switch (kind) {
    case 'given':
    case 'due':
    case 'released':
      return page;
    case 'remark':
      return page && `${page}#${remarksAnchor(question ?? '')}`;
    case 'answer':
      return page && `${page}#${askedAnchor(question ?? '')}`;
    case 'regraded':
      return page && `${page}#${question}`;
    case 'live':
      return room;
    case 'asked':
      return withQuery(`/classes/${classId}/asked`, { inquiry: id });
    case 'reply':
      return withQuery(`/classes/${classId}`, {
        lesson: lessonId ?? '',
        student: studentId ?? '',
        question: question ?? '',
      });
    case 'undecided':
      return withQuery(`/classes/${classId}`, { lesson: lessonId ?? '' });
    case 'shared':
      return lessonId === null ? `/questions/${id}` : '/quizzes';
    case 'hosting':
      return `/live/${id}/host`;
    case 'handedOver':
      return '/questions';
    case 'invited':
      return '/home';
  }
}
