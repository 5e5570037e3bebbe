/** Misconceptions of a class by weeks: a row each, those of most people first. Light: pages carry it. Pure. */

export interface MapRow {
  code: string;
  name: string;
  /** who showed it at all */
  people: number;
  /** in the order of the weeks */
  weeks: number[];
}

export interface MisreadMap {
  /** Mondays, by the class's own clock, the oldest first; none is left out between them */
  weeks: string[];
  rows: MapRow[];
  /** students of the class */
  students: number;
  /** when live quizzes were opened of which nothing is in it yet; ISO times */
  uncounted: string[];
}

/** So many weeks are shown: a term. */
export const MOST_WEEKS = 26;
const WEEK_MS = 7 * 24 * 3_600_000;

/** @param facts by misconception and week, who showed it */
export function misreadMap(
  facts: readonly { code: string; name: string; week: string; students: readonly string[] }[],
  { students, uncounted = [] }: { students: number; uncounted?: readonly Date[] },
): MisreadMap {
  const known = facts.map(({ week }) => week).toSorted();
  const last = known.at(-1);
  const weeks = last === undefined ? [] : weeksUpTo(known[0] ?? last, last);
  const rows = [...Map.groupBy(facts, ({ code }) => code).entries()].flatMap(([code, of]): MapRow[] => {
    const byWeek = new Map(of.map((one) => [one.week, one.students]));
    const shown = weeks.map((week) => byWeek.get(week) ?? []);
    const people = new Set(shown.flat()).size;
    return people === 0 ? [] : [{ code, name: of[0]?.name ?? code, people, weeks: shown.map((one) => one.length) }];
  });
  const waiting = uncounted.map((at) => at.toISOString());
  return {
    weeks,
    students,
    uncounted: waiting,
    rows: rows.toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1)),
  };
}

function weeksUpTo(first: string, last: string): string[] {
  const end = Date.parse(last);
  const count = Math.min(MOST_WEEKS, Math.round((end - Date.parse(first)) / WEEK_MS) + 1);
  return Array.from({ length: count }, (_, at) =>
    new Date(end - (count - 1 - at) * WEEK_MS).toISOString().slice(0, 10),
  );
}
