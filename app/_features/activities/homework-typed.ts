/** The rules of homework but for its dates, as they are typed. */
import type { AnswersShown } from '../../../domain/activities/rules.ts';
import type { QuizHomework } from '../../../domain/quiz/settings.ts';

export interface HomeworkTyped {
  counted: 'question' | 'free' | 'number';
  attempts: string;
  minutes: string;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  sameValues: boolean;
  answers: AnswersShown;
}

const MOST_ATTEMPTS = 100;
const MOST_MINUTES = 1440;

/** A field with the range that a number in it must be in. */
export interface HomeworkFault {
  field: 'minutes' | 'attempts';
  range: { least: number; most: number };
}

/** Rules as the fields show them to begin with. */
export function typedOf(rules: QuizHomework): HomeworkTyped {
  const { attempts, minutes, shuffleQuestions, shuffleOptions, sameValues, answers } = rules;
  return {
    counted: attempts === null ? 'question' : attempts === 0 ? 'free' : 'number',
    attempts: String(attempts || 1),
    minutes: minutes === null ? '' : String(minutes),
    shuffleQuestions,
    shuffleOptions,
    sameValues,
    answers,
  };
}

/** What is wanted, or the first field of it that holds no such number. */
export function readTyped(typed: HomeworkTyped): QuizHomework | HomeworkFault {
  const { counted, shuffleQuestions, shuffleOptions, sameValues, answers } = typed;
  const minutes = typed.minutes.trim() === '' ? null : whole(typed.minutes, MOST_MINUTES);
  if (minutes === undefined) return { field: 'minutes', range: { least: 1, most: MOST_MINUTES } };
  const attempts = counted === 'question' ? null : counted === 'free' ? 0 : whole(typed.attempts, MOST_ATTEMPTS);
  if (attempts === undefined) return { field: 'attempts', range: { least: 1, most: MOST_ATTEMPTS } };
  return { attempts, minutes, shuffleQuestions, shuffleOptions, sameValues, answers };
}

/** Undefined: no number in this range. */
const whole = (text: string, most: number): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;
