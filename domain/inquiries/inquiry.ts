/** What a student has asked the teachers of a class at a question: as whoever may read it sees it. */
import type { Answer } from '../answer.ts';
import type { QuestionView } from '../question.ts';
import type { ShownRemark } from '../remarks/remark.ts';

/** It waits for the desk; somebody has answered; its student needs no more. */
export const INQUIRY_STATES = ['open', 'answered', 'helped'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** What its student was doing that a teacher should know: sitting under a time limit, or being asked the same in a room. */
export type AskedDuring = 'timed' | 'live';

/** Somebody is said to be answering for so long after they began to type. */
export const TAKEN_MINUTES = 10;

/** Messages are shown as remarks are; none is about a line. */
export type InquiryMessages = ShownRemark[];

/** What a page of a lesson says of asking: whether one may, and by questions how much one has asked, and how many of that have news. */
export interface Asking {
  may: boolean;
  counts: Readonly<Record<string, { count: number; fresh: number }>>;
}

/** One of one's own. */
export interface OwnInquiry {
  id: string;
  /** null: the class is gone */
  className: string | null;
  state: InquiryState;
  /** whether one may say something more */
  open: boolean;
  at: string;
  /** what one had typed; null: nothing */
  answer: Answer | null;
  /** what was asked, what was answered, and what was said further; the oldest first */
  messages: InquiryMessages;
}

/** One of the queue of a class. */
export interface QueuedInquiry {
  id: string;
  studentId: string;
  student: string;
  lessonId: string;
  lessonTitle: string;
  questionId: string;
  questionTitle: string;
  /** what was asked, or what its student has said last, in one line */
  text: string;
  /** when that was */
  at: string;
  state: InquiryState;
  /** who has answered; null: nobody, or an account that is gone */
  answeredBy: string | null;
  /** who is answering; null: nobody */
  taken: { by: string; own: boolean; at: string } | null;
}

/** One of them whole, with the question as its student has it. */
export interface OpenedInquiry extends QueuedInquiry {
  /** null: what was asked then cannot be shown any more */
  question: QuestionView | null;
  answer: Answer | null;
  during: AskedDuring | null;
  /** another wording is asked by now, or other values */
  changed: boolean;
  askedAt: string;
  /** whether the viewer may say something */
  open: boolean;
  messages: InquiryMessages;
}

/** In which order a queue is read: what waits first, and of that the newest first. */
export function inQueue(inquiries: readonly QueuedInquiry[]): QueuedInquiry[] {
  const waits = ({ state }: QueuedInquiry): number => Number(state !== 'open');
  return inquiries.toSorted((one, other) => waits(one) - waits(other) || Date.parse(other.at) - Date.parse(one.at));
}

/** By which questions a queue can be filtered, each once, with how many of it wait. */
export function askedAt(
  inquiries: readonly QueuedInquiry[],
): { lessonId: string; questionId: string; title: string; open: number; all: number }[] {
  const by = Map.groupBy(inquiries, ({ lessonId, questionId }) => `${lessonId} ${questionId}`);
  return [...by.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { lessonId, questionId, questionTitle: title } = first;
    return [
      { lessonId, questionId, title, open: some.filter(({ state }) => state === 'open').length, all: some.length },
    ];
  });
}
