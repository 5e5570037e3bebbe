/** What somebody is doing at this moment, from what is stored of it: pure, so that a page can go on with it between two readings. */
import type { Result } from '../results/verdict.ts';

/** Where somebody is: as their page said last. Times in ms since 1970, by the database's clock. */
export interface Whereabouts {
  lesson: string;
  /** the question they are at, or were at last; null: none yet */
  question: string | null;
  /** they are at none of the questions now */
  reading: boolean;
  /** the heading they read from, by its anchor */
  section: string | null;
  /** since when they are at that question */
  since: number;
  /** when the page said so last */
  seen: number;
  /** the page was closed, or another one is looked at */
  left: boolean;
}

/** What is stored of somebody and the question they are at. */
export interface AtWork {
  /** null: nowhere in what the class was given */
  at: Whereabouts | null;
  /** when they typed last there; null: nothing is kept */
  typed: number | null;
  /** what they handed in last there; `waits`: it is being graded; `unread`: it could not be, or not yet */
  last: { at: number; came: Result | 'waits' | 'unread' } | null;
  /** answers to it that were graded, while none was right */
  tries: number;
}

/** A student of a class with what they are at. */
export interface StudentAtWork extends AtWork {
  id: string;
  name: string;
  /** tells two of one name apart */
  login: string;
  /** what the class's lists order by */
  sort: string;
  /** a raised hand, and since when it is up; ms since 1970 */
  hand: { id: string; at: number } | null;
}

/** Something that the class was given, with the places in it where somebody can be. */
export interface GivenPlaces {
  id: string;
  title: string;
  sections: { id: string; text: string }[];
  questions: { id: string; title: string; role: 'exercise' | 'check'; number: number }[];
}

const WORK_STATES = [
  'away',
  'reading',
  'notBegun',
  'begun',
  'writing',
  'checking',
  'unread',
  'wrong',
  'partly',
  'right',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

export interface WorkNow {
  state: WorkState;
  /** at one question for long, or with several wrong answers: somebody may want to look */
  stuck: boolean;
  /** since they answered, where they have; else how long they have been at that question; ms */
  for: number;
}

/** A page says where it is at least so often (`SAYS_MS`); one that misses it twice is gone. */
export const SAYS_MS = 40_000;
const GONE_MS = 2 * SAYS_MS + 10_000;
/** After so many answers that were not right somebody counts as stuck, however quick they were. */
const MANY_TRIES = 3;

const CAME: Readonly<Record<Result | 'waits' | 'unread', WorkState>> = {
  pass: 'right',
  received: 'right',
  partial: 'partly',
  fail: 'wrong',
  error: 'wrong',
  timeout: 'wrong',
  memory: 'wrong',
  // a person decides
  undecided: 'checking',
  waits: 'checking',
  unread: 'unread',
};
/** Who typed so long ago is not writing any more: what they have typed is there. */
const WRITES_MS = 90_000;
/** What was handed in last is what they are at. */
const ANSWERED: ReadonlySet<WorkState> = new Set(['checking', 'unread', 'wrong', 'partly', 'right']);
/** Those who are through, or wait for the grader, are not stuck. */
const GOES_ON: ReadonlySet<WorkState> = new Set(['notBegun', 'begun', 'writing', 'unread', 'wrong', 'partly']);

/**
 * @param now by the database's clock; ms since 1970
 * @param stuckMs after so long at one question that is not right somebody counts as stuck
 */
export function workNow({ at, typed, last, tries }: AtWork, now: number, stuckMs: number): WorkNow {
  if (at === null || at.left || now - at.seen > GONE_MS) return { state: 'away', stuck: false, for: 0 };
  if (at.question === null) return { state: 'reading', stuck: false, for: 0 };
  const stayed = Math.max(0, now - at.since);
  const doing = doingAt(typed, last, now);
  const stuck = GOES_ON.has(doing) && (stayed >= stuckMs || (tries >= MANY_TRIES && doing !== 'notBegun'));
  // who looks something up in the text and has a question that does not come out is still stuck at it
  const answered = last !== null && !stuck && ANSWERED.has(doing) ? Math.max(0, now - last.at) : stayed;
  return { state: at.reading ? 'reading' : doing, stuck, for: answered };
}

function doingAt(typed: number | null, last: AtWork['last'], now: number): WorkState {
  if (last !== null && (typed === null || typed <= last.at)) return CAME[last.came];
  if (typed === null) return 'notBegun';
  return now - typed < WRITES_MS ? 'writing' : 'begun';
}

/** In which order a teacher may want to look: who is stuck, then who has it wrong, writes, reads, has it right, and is not there. */
const URGENCY: Readonly<Record<WorkState, number>> = {
  wrong: 1,
  unread: 2,
  partly: 3,
  begun: 4,
  writing: 5,
  notBegun: 6,
  checking: 7,
  reading: 8,
  right: 9,
  away: 10,
};

/** The lower, the sooner somebody may want to look. */
export function urgency({ state, stuck }: WorkNow): number {
  return stuck ? 0 : URGENCY[state];
}
