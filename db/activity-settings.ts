/** The rules of an activity as they are stored, and as pages and calls carry them. */
import { KEEPS } from '../domain/activities/result.ts';
import { ANSWERS, LATE } from '../domain/activities/rules.ts';
import type { ActivitySettings } from '../domain/activities/settings.ts';

/** Of an activity by which rules it is given. */
export const SETTINGS = {
  opensAt: true,
  dueAt: true,
  closesAt: true,
  attempts: true,
  minutes: true,
  shuffleQuestions: true,
  shuffleOptions: true,
  sameValues: true,
  answers: true,
  releasedAt: true,
  late: true,
  latePercent: true,
  lateFloor: true,
  keeps: true,
  newValues: true,
  questions: true,
  forSome: true,
  students: { select: { userId: true } },
} as const;

/** A row of `SETTINGS`. */
interface StoredSettings
  extends Pick<
    ActivitySettings,
    | 'attempts'
    | 'minutes'
    | 'shuffleQuestions'
    | 'shuffleOptions'
    | 'sameValues'
    | 'latePercent'
    | 'lateFloor'
    | 'newValues'
  > {
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  releasedAt: Date | null;
  answers: string;
  late: string;
  keeps: string;
  questions: string[];
  forSome: boolean;
  students: { userId: string }[];
}

/** The rules of an activity for a page. */
export function settingsOf(stored: StoredSettings): ActivitySettings {
  const { attempts, minutes, shuffleQuestions, shuffleOptions, sameValues, latePercent, lateFloor, newValues } = stored;
  return {
    ...{ attempts, minutes, shuffleQuestions, shuffleOptions, sameValues, latePercent, lateFloor, newValues },
    opensAt: stored.opensAt?.toISOString() ?? null,
    dueAt: stored.dueAt?.toISOString() ?? null,
    closesAt: stored.closesAt?.toISOString() ?? null,
    answers: ANSWERS.find((one) => one === stored.answers) ?? 'atOnce',
    late: LATE.find((one) => one === stored.late) ?? 'accepted',
    keeps: KEEPS.find((one) => one === stored.keeps) ?? 'best',
    questions: stored.questions.length === 0 ? null : stored.questions,
    students: stored.forSome ? stored.students.map(({ userId }) => userId) : null,
  };
}
