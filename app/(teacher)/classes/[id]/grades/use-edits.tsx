'use client';
/** What is changed in the grade book: points by hand, and who is excused; each is said, and can be undone, the last one first. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { GradeCell } from '../../../../../domain/activities/cell.ts';
import type { GradeColumn } from '../../../../../domain/activities/gradebook-wire.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import type { ShownRow } from './use-grades.ts';

/** A cell with what it stands for. */
export interface FoundCell {
  row: ShownRow;
  column: GradeColumn;
  cell: GradeCell;
}

/** Something that was changed. */
interface Done {
  words: ReactNode;
  /** @returns false: that was refused */
  undo(): Promise<boolean>;
}

export interface Edits {
  /** why the last one was refused, in words */
  error: string | undefined;
  /** what was changed last; undefined: nothing */
  last: ReactNode | undefined;
  /** what was undone last; undefined: nothing was undone since */
  undone: ReactNode | undefined;
  /** @param asIs nothing is taken off for being late; left out: as it was */
  points(at: FoundCell, points: number | null, asIs?: boolean): Promise<boolean>;
  excuse(at: FoundCell): Promise<void>;
  noted(done: Done): void;
  undo(): Promise<void>;
}

/** So many can be undone. */
const MOST = 50;

interface EditsOf {
  classId: string;
  nameOf(row: ShownRow): string;
  reread(students: readonly string[]): Promise<boolean>;
}

export function useEdits({ classId, nameOf, reread }: EditsOf): Edits {
  const t = useTranslations('grades');
  const { error, send } = useCommand();
  const [done, setDone] = useState<readonly Done[]>([]);
  const [undone, setUndone] = useState<ReactNode>();
  const noted = (one: Done): void => {
    setDone((before) => [...before.slice(1 - MOST), one]);
    setUndone(undefined);
  };
  return {
    error,
    last: done.at(-1)?.words,
    undone,
    noted,
    async points({ row, column, cell }, value, asIs) {
      const of = { classId, activityId: column.id };
      const one = { userId: row.id, points: value, ...(asIs === undefined ? {} : { asIs }) };
      const given = await send('activities.points', { ...of, points: [one] });
      if (given === undefined) return false;
      await reread([row.id]);
      const said = { student: nameOf(row), title: column.title, ...BDI };
      noted({
        words:
          value === null
            ? t.rich('takenBack', said)
            : t.rich('given', {
                ...said,
                points: value,
                more: value > cell.maxPoints && cell.maxPoints > 0 ? 'yes' : 'no',
              }),
        undo: async () =>
          (await send('activities.points', { ...of, points: given.before })) !== undefined && reread([row.id]),
      });
      return true;
    },
    async excuse({ row, column, cell }) {
      if (cell.state === 'notTheirs') return;
      const of = { classId, activityId: column.id, userId: row.id };
      const excused = cell.state !== 'excused';
      const before = await send('activities.excuse', { ...of, excused });
      if (before === undefined) return;
      await reread([row.id]);
      const said = { student: nameOf(row), title: column.title, ...BDI };
      noted({
        words: t.rich(excused ? 'excused' : 'notExcused', said),
        undo: async () =>
          (await send('activities.excuse', { ...of, excused: !excused, reason: before.reason })) !== undefined &&
          reread([row.id]),
      });
    },
    async undo() {
      const last = done.at(-1);
      if (last === undefined) return;
      setDone(done.slice(0, -1));
      // what could not be undone can still be
      if (await last.undo()) setUndone(last.words);
      else setDone(done);
    },
  };
}
