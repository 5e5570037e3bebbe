'use client';
/** The grade book of a page: its rows with what they come to, read again where something was changed. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Total } from '../../../../../domain/activities/gradebook.ts';
import {
  type GradeColumn,
  type GradeRow,
  type GradeRules,
  openGrades,
  totalOfRow,
  type WholeGrades,
} from '../../../../../domain/activities/gradebook-wire.ts';
import { call } from '../../../../_client/calls.ts';

/** A row with what it comes to. */
export interface ShownRow extends GradeRow {
  total: Total;
  /** the columns that do not count, for being the lowest */
  dropped: ReadonlySet<string>;
}

export interface GradesShown {
  columns: readonly GradeColumn[];
  rules: GradeRules;
  rows: readonly ShownRow[];
  /** reads again what changed: of some students, or all. @returns false: that was refused */
  reread(students?: readonly string[]): Promise<boolean>;
}

export function useGrades(classId: string, initial: WholeGrades): GradesShown {
  const [whole, setWhole] = useState(() => opened(initial));
  const latest = useRef(whole.grades);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const reread = useCallback(
    (students?: readonly string[]): Promise<boolean> => {
      const read = async (): Promise<boolean> => {
        const some = await call('grades.read', {
          classId,
          ...(students === undefined ? {} : { students: [...students] }),
        });
        if (!some.ok) return false;
        const now = opened(some.grades);
        if (students !== undefined && !isSame(now.grades, latest.current)) {
          // what is given has changed meanwhile: then all of it is another one
          const all = await call('grades.read', { classId });
          if (all.ok) setWhole(opened(all.grades));
          return all.ok;
        }
        setWhole((before) => {
          if (students === undefined) return now;
          const fresh = new Map(now.rows.map((row) => [row.id, row]));
          return { ...before, rows: before.rows.map((row) => fresh.get(row.id) ?? row) };
        });
        return true;
      };
      // one after the other: what was read later is newer
      const done = queue.current.then(read, read);
      queue.current = done;
      return done;
    },
    [classId],
  );
  const { grades, rows } = whole;
  latest.current = grades;
  const shown = useMemo(() => rows.map((row) => shownRow(row, grades)), [rows, grades]);
  return { columns: grades.columns, rules: grades, rows: shown, reread };
}

/** Whether the same was given by the same rules. What most have to have of work is another number where few are read. */
const isSame = (one: WholeGrades, other: WholeGrades): boolean => frameOf(one) === frameOf(other);

function frameOf({ columns, categories, gradesAs, scale }: WholeGrades): string {
  const told = columns.map(({ maxPoints, ...column }) => ({
    ...column,
    max: column.kind === 'outside' ? maxPoints : 0,
  }));
  return JSON.stringify([told, categories, gradesAs, scale]);
}

const opened = (grades: WholeGrades): { grades: WholeGrades; rows: readonly GradeRow[] } => ({
  grades,
  rows: openGrades(grades),
});

const totals = new WeakMap<GradeRow, { of: WholeGrades; row: ShownRow }>();

/** The same object while the row is the same: it is not drawn anew. */
function shownRow(row: GradeRow, grades: WholeGrades): ShownRow {
  const kept = totals.get(row);
  if (kept?.of === grades) return kept.row;
  const total = totalOfRow(row, grades.columns, grades.categories);
  const made = { ...row, total, dropped: new Set(total.categories.flatMap(({ dropped }) => dropped)) };
  totals.set(row, { of: grades, row: made });
  return made;
}
