'use client';
/** One cell of the grade book: its points, what they are made of, what is different for the student, and all that happened. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { GradeCell } from '../../../../../domain/activities/cell.ts';
import type { CellTold } from '../../../../../domain/activities/cell-told.ts';
import type { GradeColumn, GradeRules } from '../../../../../domain/activities/gradebook-wire.ts';
import { call, type Given } from '../../../../_client/calls.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { readPoints } from '../../../../_features/activities/read-points.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { OverrideLine } from '../activities/[activity]/override-line.tsx';
import { OverrideSheet } from '../activities/[activity]/override-sheet.tsx';
import { CellEvents } from './cell-events.tsx';
import { CellPlayed, CellSaid } from './cell-said.tsx';
import type { CellWords } from './cell-text.ts';
import { StudentTotal } from './student-total.tsx';
import type { ShownRow } from './use-grades.ts';

interface CellPanelProps {
  classId: string;
  zone: string | null;
  row: ShownRow;
  name: string;
  total: string;
  column: GradeColumn;
  cell: GradeCell;
  rules: GradeRules;
  words: CellWords;
  may: boolean;
  onPoints(points: number | null, asIs?: boolean): Promise<boolean>;
  onExcuse(): Promise<void>;
  /** what is different for the student was set; `back` brings back what there was */
  onChanged(back: Given<'activities.override'>['back']): Promise<boolean>;
}

export function CellPanel(props: CellPanelProps) {
  const { classId, zone, row, name, column, cell, words, may } = props;
  const t = useTranslations('grades');
  const common = useTranslations('common');
  const of = { classId, activityId: column.id, userId: row.id };
  const { seen, refused, again } = useRead(['cell', of], () => call('grades.cell', of), { changedBy: cell });
  const [overrides, setOverrides] = useState(false);
  const told = seen?.cell;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="pe-16">
        <h2 className="font-semibold text-[17px]">
          <bdi>{name}</bdi>
        </h2>
        <p dir="auto" className="text-[14px] text-ink-2">
          {column.title}
        </p>
      </header>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold text-[24px] tabular-nums">
          {cell.points === null ? words.states[cell.state] : words.number(cell.points)}
        </span>
        {cell.points !== null && (
          <>
            <span className="text-[14px] text-ink-2">{t('outOf', { max: cell.maxPoints })}</span>
            {cell.state !== 'done' && <span className="text-[14px] text-ink-2">{words.states[cell.state]}</span>}
          </>
        )}
        {cell.days > 0 && <span className="text-[14px] text-wait">◷ {t('daysLate', { days: cell.days })}</span>}
      </p>
      {told !== undefined && <Made told={told} cell={cell} />}
      {may && cell.state !== 'notTheirs' && (
        <PointsForm
          key={`${cell.given} ${told?.given?.asIs}`}
          cell={cell}
          told={told}
          onPoints={props.onPoints}
          onExcuse={props.onExcuse}
        />
      )}
      {told?.override != null && (
        <p className="text-[13.5px] text-ink-2">
          <OverrideLine override={told.override} zone={zone} />
        </p>
      )}
      {may && column.lessonId !== null && told !== undefined && cell.state !== 'notTheirs' && (
        <p>
          <Button size="small" aria-haspopup="dialog" onClick={() => setOverrides(true)}>
            {t('more')}
          </Button>
        </p>
      )}
      {seen === undefined && <p className="text-[14px] text-ink-2">{refused ? t('cellRefused') : common('loading')}</p>}
      {told !== undefined && told.parts.length > 0 && (
        <section className="grid gap-1.5">
          <h3 className="font-semibold text-[14px]">{t('parts')}</h3>
          <ul className="divide-y divide-line text-[13.5px]">
            {told.parts.map((part) => (
              <li key={part.name} className="flex items-baseline gap-2 py-1.5">
                <Link
                  href={`/classes/${classId}?lesson=${column.lessonId}&student=${row.id}&question=${part.name}`}
                  prefetch={false}
                  className="min-w-0 flex-1 truncate text-violet-ink hover:underline"
                >
                  <bdi>{part.title}</bdi>
                </Link>
                {part.days > 0 && <span className="text-wait">◷</span>}
                {part.waits && <span className="text-wait">{t('waits')}</span>}
                <span className="whitespace-nowrap tabular-nums">
                  {part.handedIn
                    ? t('pointsOutOf', { points: part.points, max: part.maxPoints })
                    : t('notHandedIn', { max: part.maxPoints })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {told !== undefined && <CellPlayed played={told.played} />}
      {told !== undefined && <CellSaid said={told.said} />}
      {told !== undefined && <CellEvents events={told.events} zone={zone} />}
      <StudentTotal classId={classId} row={row} total={props.total} rules={props.rules} />
      {overrides && told !== undefined && column.lessonId !== null && (
        <OverrideSheet
          classId={classId}
          activityId={column.id}
          lessonId={column.lessonId}
          row={{ userId: row.id, name, override: told.override }}
          zone={zone}
          isTimed={told.isTimed}
          onClose={() => setOverrides(false)}
          onDone={(back) => {
            setOverrides(false);
            void props.onChanged(back).then(again);
          }}
        />
      )}
    </div>
  );
}

/** What the points are made of, where that is not plain. */
function Made({ told: { given, follows }, cell }: { told: CellTold; cell: GradeCell }) {
  const t = useTranslations('grades');
  if (cell.points === null) return null;
  if (given !== null)
    return (
      <p className="text-[13.5px] text-ink-2">
        {given.points === cell.points
          ? t('madeByHand')
          : t('madeLess', { points: given.points, off: given.points - cell.points })}
      </p>
    );
  if (follows.earned === follows.points) return null;
  return (
    <p className="text-[13.5px] text-ink-2">
      {t('madeLate', { points: follows.earned, off: follows.earned - follows.points })}
    </p>
  );
}

interface PointsFormProps {
  cell: GradeCell;
  told: CellTold | undefined;
  onPoints(points: number | null, asIs?: boolean): Promise<boolean>;
  onExcuse(): Promise<void>;
}

function PointsForm({ cell, told, onPoints, onExcuse }: PointsFormProps) {
  const t = useTranslations('grades');
  const [text, setText] = useState(String(cell.given ?? ''));
  const [asIs, setAsIs] = useState(told?.given?.asIs ?? false);
  const [bad, setBad] = useState(false);
  const lateRule = told?.late.rule === 'deducted' && cell.days > 0;
  const save = async (): Promise<void> => {
    const points = readPoints(text);
    setBad(points === undefined);
    if (points !== undefined) await onPoints(points, lateRule ? asIs : undefined);
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={t('byHandField')}
          size={7}
          inputMode="decimal"
          value={text}
          error={bad ? t('badPoints') : undefined}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" look="first">
          {t('save')}
        </Button>
      </div>
      {lateRule && (
        <label className="flex min-h-8 items-center gap-2 text-[14px]">
          <input
            type="checkbox"
            checked={asIs}
            onChange={({ target }) => setAsIs(target.checked)}
            className="size-4 shrink-0 accent-violet"
          />
          {t('asIs')}
        </label>
      )}
      <p className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => void onExcuse()}>
          {t(cell.state === 'excused' ? 'excuseNot' : 'excuse')}
        </Button>
        {cell.given !== null && (
          <Button size="small" look="quiet" onClick={() => void onPoints(null)}>
            {told === undefined || told.parts.length === 0
              ? t('takeBack')
              : t('backTo', { points: told.follows.points })}
          </Button>
        )}
      </p>
    </form>
  );
}
