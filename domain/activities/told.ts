/** What pages are told about an activity: by its form, before a change, and to one of its students. */

/** What the form of an activity chooses from. */
export interface ActivityChoices {
  /** null: the class has none yet */
  timeZone: string | null;
  students: { id: string; name: string }[];
  /** of a lesson those that have points; of a quiz none, which is asked whole */
  questions: { name: string; title: string; number: number; role: string }[];
}

/** A student whose points would not be what they are. */
export interface PointsChange {
  id: string;
  name: string;
  /** null: it counts not at all */
  before: number | null;
  after: number | null;
}

/** What is different for one student alone, as they are told it. */
export interface OwnRules {
  reason: string;
  excused: boolean;
  waived: boolean;
  until: string | null;
}

/** What a student has earned so far, as they are told it. */
export interface OwnResult {
  points: number;
  earned: number;
  maxPoints: number;
  days: number;
  waits: number;
  /** in a grade: now; only from `from` on, or once all is handed in; once it is graded; or not at all */
  counts: 'now' | 'later' | 'waits' | 'not';
  /** where it counts later; null: it has no such date, or counts otherwise */
  from: string | null;
}
