'use client';
/** A table with points is looked at line by line, then what is new of it is taken: all of it or nothing, and undone at once. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PointsLine } from '../../../../../../domain/exchange/grades/lines.ts';
import type { LookedGrades } from '../../../../../../server/features/grades/files.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import { readPoints } from '../../../../../_features/activities/read-points.ts';
import { useLookedFile } from '../../../../../_features/importing/use-looked-file.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { FileDrop, FileField } from '../../../../../_ui/file-drop.tsx';
import { FootBar } from '../../../../../_ui/foot-bar.tsx';
import { SelectField } from '../../../../../_ui/select-field.tsx';
import { PointsTable } from './points-table.tsx';

interface PointsInProps {
  classId: string;
  columns: readonly { id: string; title: string; maxPoints: number | null }[];
  /** new columns may be added */
  mayAdd: boolean;
}

interface How {
  column: number | null;
  activityId: string | null;
}
type Whole = Exclude<LookedGrades, { refused: unknown }>;
/** Of a choice: a column of its own. */
const NEW = 'new';

export function PointsIn({ classId, columns, mayAdd }: PointsInProps) {
  const t = useTranslations('grades.files');
  const { busy, error, send } = useCommand();
  const [into, setInto] = useState<string>(mayAdd ? NEW : (columns[0]?.id ?? NEW));
  const [title, setTitle] = useState('');
  const [max, setMax] = useState('');
  const [taken, setTaken] = useState<{ count: number; undo(): Promise<void> }>();
  const activityId = into === NEW ? null : into;
  const list = useLookedFile<LookedGrades, How>({
    busy,
    ask: (file, how) =>
      send('grades.lookAtPoints', {
        classId,
        file,
        column: how?.column ?? null,
        activityId: how === undefined ? (mayAdd ? null : activityId) : how.activityId,
      }),
    reading: t('reading'),
    large: (most) => t('large', { most }),
    onBegin: () => setTaken(undefined),
    onLooked(seen) {
      if ('refused' in seen) return;
      const column = seen.columns.find(({ at }) => at === seen.column);
      setTitle(column?.title.replace(/ \(\d+\)$/, '') ?? '');
      setMax(column?.possible == null ? '' : String(column.possible));
    },
  });
  /** another file has nothing to do with where the one before went */
  const pick = (file: File | undefined): void => {
    if (mayAdd) setInto(NEW);
    list.pick(file);
  };
  const looked = list.opened?.looked;
  const whole = looked !== undefined && 'lines' in looked ? looked : undefined;
  const most = readPoints(max);
  const isReady =
    into !== NEW || (title.trim() !== '' && most !== undefined && most !== null && most > 0 && most <= 1000);
  const take = async (lines: readonly PointsLine[]): Promise<void> => {
    const points = lines.flatMap(({ state, userId, points: one }) =>
      state === 'set' && userId !== null && one !== null ? [{ userId, points: one }] : [],
    );
    const made =
      into === NEW
        ? await send('activities.outside', { classId, title: title.trim(), maxPoints: most ?? 0, dueAt: null })
        : { activityId: into };
    if (made === undefined) return;
    const of = { classId, activityId: made.activityId };
    const given = await send('activities.points', { ...of, points });
    if (given === undefined) return;
    list.done();
    setTaken({
      count: points.length,
      async undo() {
        const undone =
          into === NEW
            ? await send('activities.takeBack', { ...of, withdrawn: true })
            : await send('activities.points', { ...of, points: given.before });
        if (undone !== undefined) setTaken(undefined);
      },
    });
  };
  return (
    <>
      <FileDrop onFile={pick}>
        <FileField label={t('table')} accept=".csv,.tsv,.txt,.xlsx" onFile={pick} field={list.field} />
        <p role="status" className="text-[14px] text-ink-2 empty:hidden">
          {list.told}
        </p>
        <p role="alert" className="text-[14px] text-wrong empty:hidden">
          {error ?? (looked !== undefined && 'refused' in looked ? list.opened?.words.sentence(looked.refused) : '')}
        </p>
      </FileDrop>
      {taken !== undefined && (
        <p
          role="status"
          className="flex flex-wrap items-center gap-3 rounded-2 border border-violet bg-violet-soft p-4 text-[15px]"
        >
          ✓ {t('taken', { count: taken.count })}
          <Link className="text-violet-ink underline" href={`/classes/${classId}/grades`} prefetch={false}>
            {t('toGrades')}
          </Link>
          <Button size="small" look="quiet" idle={busy} onClick={() => void taken.undo()}>
            {t('undo')}
          </Button>
        </p>
      )}
      {whole !== undefined && (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label={t('column')}
              wide
              value={String(whole.column ?? '')}
              options={whole.columns.map(({ at, title: name, samples }) => ({
                value: String(at),
                label: name === '' ? samples.join(', ') : name,
              }))}
              onChange={({ target }) => list.again({ column: Number(target.value), activityId })}
            />
            <SelectField
              label={t('into')}
              wide
              value={into}
              options={[
                ...(mayAdd ? [{ value: NEW, label: t('newColumn') }] : []),
                ...columns.map((one) => ({ value: one.id, label: one.title })),
              ]}
              onChange={({ target }) => {
                setInto(target.value);
                list.again({ column: whole.column, activityId: target.value === NEW ? null : target.value });
              }}
            />
            {into === NEW && (
              <>
                <Field
                  label={t('newTitle')}
                  value={title}
                  maxLength={100}
                  onChange={({ target }) => setTitle(target.value)}
                />
                <Field
                  label={t('newMax')}
                  inputMode="decimal"
                  value={max}
                  error={most === undefined || (most !== null && (most <= 0 || most > 1000)) ? t('badMax') : undefined}
                  onChange={({ target }) => setMax(target.value)}
                />
              </>
            )}
          </div>
          <Lines
            whole={whole}
            most={into === NEW ? (most ?? null) : (columns.find(({ id }) => id === into)?.maxPoints ?? null)}
          />
          <FootBar>
            <Button look="first" idle={busy || !isReady || setIn(whole) === 0} onClick={() => void take(whole.lines)}>
              {t('take', { count: setIn(whole) })}
            </Button>
            {!isReady && <span className="text-[13px] text-ink-3">{t('newNeeds')}</span>}
          </FootBar>
        </>
      )}
    </>
  );
}

const setIn = ({ lines }: Whole): number => lines.filter(({ state }) => state === 'set').length;

/** Those that need somebody's eye first. */
function Lines({ whole, most }: { whole: Whole; most: number | null }) {
  const order = ['bad', 'nobody', 'twice', 'excused', 'set', 'same', 'none'];
  const sorted = whole.lines.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return <PointsTable lines={sorted} most={most} />;
}
