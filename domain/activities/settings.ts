/** The rules of an activity as pages and calls carry them: moments as ISO times. */
import type { Keeps } from './result.ts';
import type { ActivityRules, AnswersShown, Late } from './rules.ts';

export interface ActivitySettings {
  opensAt: string | null;
  dueAt: string | null;
  closesAt: string | null;
  attempts: number | null;
  minutes: number | null;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  /** where a question draws values, everybody of the class has the same */
  sameValues: boolean;
  answers: AnswersShown;
  late: Late;
  /** of the earned points for each day begun after the due date */
  latePercent: number;
  /** of the earned points what is left at least */
  lateFloor: number;
  keeps: Keeps;
  /** new values that a student draws count as well */
  newValues: boolean;
  /** of a lesson which questions, by their names; null: all */
  questions: string[] | null;
  /** for which students, by their ids; null: all */
  students: string[] | null;
}

/** As something is given unless somebody says otherwise. */
export const USUAL_SETTINGS: ActivitySettings = {
  opensAt: null,
  dueAt: null,
  closesAt: null,
  attempts: null,
  minutes: null,
  shuffleQuestions: false,
  shuffleOptions: false,
  sameValues: false,
  answers: 'atOnce',
  late: 'accepted',
  latePercent: 10,
  lateFloor: 50,
  keeps: 'best',
  newValues: false,
  questions: null,
  students: null,
};

/** What rules compare. */
export function rulesOf(
  { opensAt, dueAt, closesAt, attempts, minutes, answers, late }: ActivitySettings,
  releasedAt: string | null = null,
): ActivityRules {
  const dates = { opensAt: at(opensAt), dueAt: at(dueAt), closesAt: at(closesAt), releasedAt: at(releasedAt) };
  return { ...dates, attempts, minutes, answers, late };
}

const at = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));
