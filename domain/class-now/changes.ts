/**
 * What changed in a class since it was read before: of two hundred students some fifty do something in a second, and only they are
 * sent. Pure.
 */
import type { HourView } from './hour.ts';
import type { StudentAtWork } from './work.ts';

/** A class at a moment, whole. */
export interface ClassNow {
  /** names this reading */
  reading: string;
  /** the database's clock; ms since 1970 */
  now: number;
  students: StudentAtWork[];
  hour: HourView | null;
}

/** What is new since another reading. */
export interface ClassChanges extends ClassNow {
  /** the reading that it goes on from; null: from none, and `students` are all there are */
  after: string | null;
  /** those who are not in the class any more, by their ids */
  gone: string[];
}

/** A student with the same as text, by which two readings are compared. */
export interface StudentLine {
  text: string;
  student: StudentAtWork;
}
export type Lines = ReadonlyMap<string, StudentLine>;

/** Who is new or has changed, and who is gone. @param before undefined: that reading is not known any more */
export function changesIn(before: Lines | undefined, lines: Lines): { students: StudentAtWork[]; gone: string[] } {
  const changed = [...lines].filter(([id, { text }]) => before?.get(id)?.text !== text);
  const gone = [...(before?.keys() ?? [])].filter((id) => !lines.has(id));
  return { students: changed.map(([, { student }]) => student), gone };
}

/**
 * The class as it is, from how it was and what changed; who has not changed is the same object.
 * @returns null: it goes on from another reading than this one
 */
export function applied(before: ClassNow, { after, gone, ...changes }: ClassChanges): ClassNow | null {
  if (after === null) return changes;
  if (after !== before.reading) return null;
  const students = new Map(before.students.map((one) => [one.id, one]));
  for (const id of gone) students.delete(id);
  for (const one of changes.students) students.set(one.id, one);
  return { ...changes, students: [...students.values()] };
}
