/** What the side panel of the grade book tells of one cell: what it is made of, and all that happened with it. */
import type { Mark } from '../live/report/marks.ts';
import type { ChangedField } from './changed-fields.ts';
import type { Late } from './rules.ts';

/** A question of it, and what counts of it. */
export interface PartTold {
  name: string;
  title: string;
  /** exercise or check of a lesson, and its number */
  role: string;
  number: number;
  points: number;
  maxPoints: number;
  /** before what is taken off for being late */
  earned: number;
  days: number;
  waits: boolean;
  handedIn: boolean;
}

/** What is different for the student, and who says so. */
interface OverrideTold {
  until: string | null;
  excused: boolean;
  timeFactor: number | null;
  more: number;
  waived: boolean;
  reason: string;
  by: string | null;
  at: string;
}

/** Something that happened: handed in, graded another time, or changed by somebody. */
export interface CellEvent {
  id: string;
  /** ISO time */
  at: string;
  what:
    | 'handedIn'
    | 'graded'
    | 'decided'
    | 'given'
    | 'rules'
    | 'override'
    | 'points'
    | 'released'
    | 'withdrawn'
    | 'restored'
    | 'version';
  /** null: the student, the grader, or an account that is gone */
  by: string | null;
  /** of what was handed in and graded */
  question: string | null;
  points: number | null;
  maxPoints: number | null;
  days: number;
  /** this one counts */
  counts: boolean;
  fields: ChangedField[];
}

/** Something that was said to what was handed in, as the class reads it. */
export interface SaidTold {
  id: string;
  question: string;
  /** null: an account that is gone */
  by: string | null;
  /** of a piece of code; null: to all of it */
  line: number | null;
  text: string;
  at: string;
}

/** What was answered to a question of a live session that counts. */
export interface PlayedTold {
  title: string;
  text: string;
  /** of a vote before that one */
  first: string | null;
  mark: Mark;
}

export interface CellTold {
  given: { points: number; asIs: boolean; by: string | null; at: string } | null;
  /** what follows from what was handed in, whatever was given by hand */
  follows: { points: number; earned: number; maxPoints: number; days: number };
  late: { rule: Late; percent: number; floor: number };
  isTimed: boolean;
  timeZone: string | null;
  override: OverrideTold | null;
  parts: PartTold[];
  /** in the order in which it was said */
  said: SaidTold[];
  /** in the order of the questions; of something else than a session none */
  played: PlayedTold[];
  /** newest first */
  events: CellEvent[];
}
