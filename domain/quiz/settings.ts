/** How a quiz is played and given unless somebody says otherwise: what its start and its homework begin with. Light: pages carry it. */
import { type ActivitySettings, USUAL_SETTINGS } from '../activities/settings.ts';
import { canonical } from '../canonical.ts';

export interface QuizLive {
  speed: boolean;
  readSeconds: number;
  streak: boolean;
  friendlyNames: boolean;
  /** where a question draws values, each player has their own */
  ownValues: boolean;
  /** null: as the class says that it is played with */
  showNames: boolean | null;
}

/** Its rules as homework; dates are those of each class. */
export type QuizHomework = Pick<
  ActivitySettings,
  'attempts' | 'minutes' | 'shuffleQuestions' | 'shuffleOptions' | 'sameValues' | 'answers'
>;

export interface QuizSettings {
  live: QuizLive;
  homework: QuizHomework;
}

const { attempts, minutes, shuffleQuestions, shuffleOptions, sameValues, answers } = USUAL_SETTINGS;
export const USUAL_QUIZ: QuizSettings = {
  live: { speed: false, readSeconds: 5, streak: false, friendlyNames: false, ownValues: false, showNames: null },
  homework: { attempts, minutes, shuffleQuestions, shuffleOptions, sameValues, answers },
};

/** What its homework begins with: its rules, and no dates. */
export function homeworkOf({ homework }: QuizSettings): ActivitySettings {
  return { ...USUAL_SETTINGS, ...homework };
}

export function sameSettings(one: QuizSettings, other: QuizSettings): boolean {
  return canonical(one) === canonical(other);
}
