/** A report with the names that a class knows its people by, in the order of its lists; and who of it was not there. Pure. */
import { compareNames } from '../../people/name-order.ts';
import type { LiveReport, ReportRow } from './report.ts';

export interface NamedRow extends ReportRow {
  /** as lists have it; of a guest, or where the class is not known, what they are called in the room */
  name: string;
  /** what they are called in the room, where that is something else */
  alias: string | null;
  /** from what the session counts for in the class; left out: they are not */
  excused?: true;
}

export interface NamedReport extends Omit<LiveReport, 'rows'> {
  rows: NamedRow[];
  /** students of the class who have no seat */
  absent: string[];
  /** names of those who are excused from it, where it counts for the class */
  excused: string[];
}

/** @param students of the class, in the order of its lists */
export function namedReport(
  { rows, ...report }: LiveReport,
  students: readonly { userId: string; name: string; excused?: boolean }[],
): NamedReport {
  const places = new Map(students.map(({ userId }, at) => [userId, at]));
  const placeOf = ({ userId }: ReportRow): number => places.get(userId ?? '') ?? students.length;
  const named = rows.map((row): NamedRow => {
    const name = students[placeOf(row)]?.name ?? row.nickname;
    const isExcused = students[placeOf(row)]?.excused === true;
    return {
      ...row,
      name,
      alias: name === row.nickname ? null : row.nickname,
      ...(isExcused ? { excused: true } : {}),
    };
  });
  const seated = new Set(rows.map(({ userId }) => userId));
  return {
    ...report,
    rows: named.toSorted((a, b) => placeOf(a) - placeOf(b) || compareNames(a.name, b.name)),
    excused: students.filter(({ excused }) => excused === true).map(({ name }) => name),
    absent: students.filter(({ userId }) => !seated.has(userId)).map(({ name }) => name),
  };
}
