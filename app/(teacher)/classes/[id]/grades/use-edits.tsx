'use client';
/** What is changed in the grade book: each is said, can be undone, the last one first, and done again. What others set stays. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { GradeCell } from '../../../../../domain/activities/cell.ts';
import type { GradeColumn } from '../../../../../domain/activities/gradebook-wire.ts';
import type { Given, Taken } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { type Back, type Became, NO_STEPS, StepLine, type Steps } from './undoing.ts';
import type { ShownRow } from './use-grades.ts';

/** A cell with what it stands for. */
export interface FoundCell {
  row: ShownRow;
  column: GradeColumn;
  cell: GradeCell;
}

type Done = Became<ReactNode>;

export interface Edits {
  /** why the last one was refused, in words */
  error: string | undefined;
  /** what is said of the last step; undefined: there was none */
  said: Steps<ReactNode>['said'];
  may: { undo: boolean; again: boolean };
  /** @param asIs nothing is taken off for being late; left out: as it was */
  points(at: FoundCell, points: number | null, asIs?: boolean): Promise<boolean>;
  excuse(at: FoundCell): Promise<void>;
  /** what is different for a student was set, and can be brought back by this */
  overridden(at: FoundCell, back: Given<'activities.override'>['back']): void;
  /** what counts was set */
  setUp(back: Given<'grades.setUp'>['back']): void;
  undo(): void;
  again(): void;
}

interface EditsOf {
  classId: string;
  nameOf(row: ShownRow): string;
  /** @param students left out: all */
  reread(students?: readonly string[]): Promise<boolean>;
}

export function useEdits({ classId, nameOf, reread }: EditsOf): Edits {
  const t = useTranslations('grades');
  const { error, send } = useCommand();
  const [steps, setSteps] = useState<Steps<ReactNode>>(NO_STEPS);
  const [line] = useState(() => new StepLine<ReactNode>(setSteps));
  const saidOf = ({ row, column }: Pick<FoundCell, 'row' | 'column'>) => ({
    ...{ student: nameOf(row), title: column.title, ...BDI },
  });
  const ofCell = ({ row, column }: Pick<FoundCell, 'row' | 'column'>) => ({
    ...{ classId, activityId: column.id, userId: row.id },
  });
  /** Of what was sent for a student, read again. */
  const become = async (at: FoundCell, kept: { by: string | null } | null, back: Back<ReactNode>): Promise<Done> => {
    await reread([at.row.id]);
    if (kept === null) return { is: 'done', back };
    return { is: 'kept', words: t.rich('kept', { ...saidOf(at), by: kept.by ?? t('somebody') }) };
  };
  const sendPoints = async (at: FoundCell, lines: Taken<'activities.points'>['points']): Promise<Done> => {
    // what was so already is nothing to be undone
    if (lines.length === 0) return { is: 'done', back: () => sendPoints(at, lines) };
    const done = await send('activities.points', { classId, activityId: at.column.id, points: lines });
    if (done === undefined) return { is: 'refused' };
    return become(at, done.kept[0] ?? null, () => sendPoints(at, done.back));
  };
  const sendExcused = async (
    at: FoundCell,
    wanted: Omit<Taken<'activities.excuse'>, 'classId' | 'activityId' | 'userId'>,
  ): Promise<Done> => {
    const done = await send('activities.excuse', { ...ofCell(at), ...wanted });
    return done === undefined ? { is: 'refused' } : become(at, done.kept, () => sendExcused(at, done.back));
  };
  const sendOverride = async (at: FoundCell, wanted: Given<'activities.override'>['back']): Promise<Done> => {
    const done = await send('activities.override', { ...ofCell(at), ...wanted });
    return done === undefined ? { is: 'refused' } : become(at, done.kept, () => sendOverride(at, done.back));
  };
  const sendSetUp = async (wanted: Given<'grades.setUp'>['back']): Promise<Done> => {
    const done = await send('grades.setUp', { classId, ...wanted });
    if (done === undefined) return { is: 'refused' };
    await reread();
    if (done.kept === null) return { is: 'done', back: () => sendSetUp(done.back) };
    return { is: 'kept', words: t.rich('keptSetUp', { ...BDI, by: done.kept.by ?? t('somebody') }) };
  };
  /** What was done elsewhere already. */
  const noted = (words: ReactNode, back: Back<ReactNode>) => void line.do(words, async () => ({ is: 'done', back }));
  return {
    error,
    said: steps.said,
    may: { undo: steps.done.length > 0, again: steps.undone.length > 0 },
    points(at, value, asIs) {
      const given = { userId: at.row.id, points: value, ...(asIs === undefined ? {} : { asIs }) };
      const { maxPoints } = at.cell;
      const more = value !== null && value > maxPoints && maxPoints > 0 ? 'yes' : 'no';
      const said = saidOf(at);
      const words = value === null ? t.rich('takenBack', said) : t.rich('given', { ...said, points: value, more });
      return line.do(words, () => sendPoints(at, [given]));
    },
    async excuse(at) {
      if (at.cell.state === 'notTheirs') return;
      const excused = at.cell.state !== 'excused';
      await line.do(t.rich(excused ? 'excused' : 'notExcused', saidOf(at)), () => sendExcused(at, { excused }));
    },
    overridden: (at, back) => noted(t.rich('overridden', saidOf(at)), () => sendOverride(at, back)),
    setUp: (back) => noted(t('setUp'), () => sendSetUp(back)),
    undo: () => void line.step('undo'),
    again: () => void line.step('again'),
  };
}
