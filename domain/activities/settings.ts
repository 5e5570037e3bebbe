/** The rules of an activity as pages and calls carry them: moments as ISO times. */
import type { ActivityRules, AnswersShown } from './rules.ts';

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
};

/** What rules compare. */
export function rulesOf({ opensAt, dueAt, closesAt, attempts, minutes, answers }: ActivitySettings): ActivityRules {
  return { opensAt: at(opensAt), dueAt: at(dueAt), closesAt: at(closesAt), attempts, minutes, answers };
}

const at = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));
