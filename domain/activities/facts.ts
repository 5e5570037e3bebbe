/** What the results of an activity follow from, and how: the facts of each student against the rules of all. Pure. */
import { askedKind } from '../kinds/asked.ts';
import type { Question } from '../question.ts';
import { FREE } from '../results/score.ts';
import type { LateRule } from './late.ts';
import { datesFor, type Override } from './override.ts';
import { type AskedPart, type HandedIn, type Keeps, type Result, resultOf } from './result.ts';
import { type AnswersShown, endOf } from './rules.ts';

/** The rules of an activity as they hold for all of its class. */
export interface ClassRules extends LateRule {
  opensAt: number | null;
  closesAt: number | null;
  attempts: number | null;
  minutes: number | null;
  answers: AnswersShown;
  releasedAt: number | null;
  keeps: Keeps;
  newValues: boolean;
  /** of a lesson which questions; null: all */
  questions: readonly string[] | null;
}

/** What there is of one student. */
export interface StudentFacts {
  userId: string;
  /** as they have it in the class */
  timeFactor: number;
  override: Override;
  /** when they began, where it has a time limit */
  begun: readonly number[];
  handed: readonly HandedIn[];
}

/** The questions of a lesson or quiz that an activity asks, and that have points. */
export function partsOf(
  questions: Iterable<Question>,
  { questions: chosen }: Pick<ClassRules, 'questions'>,
): AskedPart[] {
  return [...questions].flatMap((question) => {
    const { id: name, points, attempts, costs = FREE } = question;
    const asks = askedKind(question).scored && (chosen === null || chosen.includes(name));
    return asks ? [{ name, points, attempts, costs }] : [];
  });
}

/** What a student has earned by these rules. */
export function resultFor(parts: readonly AskedPart[], rules: ClassRules, student: StudentFacts): Result {
  const { override, begun, handed } = student;
  const timeFactor = override.timeFactor ?? student.timeFactor;
  const dates = datesFor(rules, override);
  const { minutes } = rules;
  const timed = minutes !== null && timeFactor !== 0;
  const sittings = begun.map((begunAt, at) => {
    const sitting = { begunAt, settled: false, number: at + 1 };
    return { from: begunAt, to: endOf({ minutes, timeFactor, sitting, closesAt: dates.closesAt }) ?? begunAt };
  });
  return resultOf(parts, handed, {
    ...rules,
    ...dates,
    more: override.more,
    waived: override.waived,
    sittings: timed ? sittings : null,
  });
}
