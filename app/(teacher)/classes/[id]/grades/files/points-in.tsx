'use client';
/** A table with points is looked at line by line, then what is new of it is taken: all of it or nothing, and undone at once. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { PointsLine } from '../../../../../../domain/exchange/grades/lines.ts';
import type { LookedGrades } from '../../../../../../server/features/grades/files.ts';
import type { Taken } from '../../../../../_client/calls.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import { readPoints } from '../../../../../_features/activities/read-points.ts';
import { useLookedFile } from '../../../../../_features/importing/use-looked-file.ts';
import { BDI } from '../../../../../_i18n/bdi.tsx';
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
  /** by its row in the table whose a line is, where somebody has said so */
  byHand: readonly { at: number; userId: string }[];
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
  const [hidden, setHidden] = useState(false);
  const [taken, setTaken] = useState<{ count: number; undo(): Promise<void> }>();
  const [stays, setStays] = useState<readonly (string | null)[]>([]);
  // a name that was typed for a column stays while that is taken
  const named = useRef<number | null>(null);
  const activityId = into === NEW ? null : into;
  const list = useLookedFile<LookedGrades, How>({
    busy,
    ask: (file, how) =>
      send('grades.lookAtPoints', {
        classId,
        file,
        column: how?.column ?? null,
        activityId: how === undefined ? (mayAdd ? null : activityId) : how.activityId,
        byHand: [...(how?.byHand ?? [])],
      }),
    reading: t('reading'),
    large: (most) => t('large', { most }),
    onBegin() {
      setTaken(undefined);
      setStays([]);
    },
    onLooked(seen) {
      if ('refused' in seen) return;
      const column = seen.columns.find(({ at }) => at === seen.column);
      if (named.current === seen.column) return;
      named.current = seen.column;
      setTitle(column?.title.replace(/ \(\d+\)$/, '') ?? '');
      setMax(column?.possible == null ? '' : String(column.possible));
    },
  });
  /** another file has nothing to do with where the one before went */
  const pick = (file: File | undefined): void => {
    if (mayAdd) setInto(NEW);
    named.current = null;
    list.pick(file);
  };
  const looked = list.opened?.looked;
  const whole = looked !== undefined && 'lines' in looked ? looked : undefined;
  const most = readPoints(max);
  const isReady =
    into !== NEW || (title.trim() !== '' && most !== undefined && most !== null && most > 0 && most <= 1000);
  const take = async (lines: readonly PointsLine[]): Promise<void> => {
    const taking = lines.flatMap(({ state, userId, points, before }): Taken<'grades.bringIn'>['lines'] => {
      if (userId === null) return [];
      if (state === 'excuse') return [{ userId, excused: true }];
      return state === 'set' && points !== null ? [{ userId, points, before }] : [];
    });
    const made = { title: title.trim(), maxPoints: most ?? 0, dueAt: null, hidden };
    const done = await send('grades.bringIn', {
      classId,
      into: activityId === null ? made : { activityId },
      lines: taking,
    });
    if (done === undefined) return;
    list.done();
    setTaken({
      count: taking.length,
      async undo() {
        const undone = await send('grades.undoBringIn', { classId, ...done.back });
        if (undone === undefined) return;
        setTaken(undefined);
        setStays(undone.kept.map(({ by }) => by));
      },
    });
  };
  const again = (whole: Whole, change: (how: How) => Partial<How>): void =>
    list.again((asked) => {
      const how = asked ?? { column: whole.column, activityId, byHand: [] };
      return { ...how, ...change(how) };
    });
  const who = (whole: Whole, { at }: PointsLine, userId: string | null): void =>
    again(whole, ({ byHand }) => {
      const others = byHand.filter((one) => one.at !== at);
      return { byHand: userId === null ? others : [...others, { at, userId }] };
    });
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
      {stays.length > 0 && (
        <p role="status" className="text-[14px] text-wait">
          ▲{' '}
          {t.rich('stays', {
            ...BDI,
            count: stays.length,
            by: [...new Set(stays)].map((by) => by ?? t('somebody')).join(', '),
          })}
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
              onChange={({ target }) => again(whole, () => ({ column: Number(target.value) }))}
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
                again(whole, () => ({ activityId: target.value === NEW ? null : target.value }));
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
                <label className="flex min-h-8 items-center gap-2 text-[14px]">
                  <input
                    type="checkbox"
                    checked={hidden}
                    onChange={({ target }) => setHidden(target.checked)}
                    className="size-4 shrink-0 accent-violet"
                  />
                  {t('hide')}
                </label>
              </>
            )}
          </div>
          <Lines
            whole={whole}
            most={into === NEW ? (most ?? null) : (columns.find(({ id }) => id === into)?.maxPoints ?? null)}
            onWho={(line, userId) => who(whole, line, userId)}
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

const setIn = ({ lines }: Whole): number => lines.filter(({ state }) => state === 'set' || state === 'excuse').length;

/** Those that need somebody's eye first. */
function Lines({ whole, most, onWho }: { whole: Whole } & Pick<Parameters<typeof PointsTable>[0], 'most' | 'onWho'>) {
  const order = ['bad', 'nobody', 'twice', 'excused', 'set', 'excuse', 'same', 'none'];
  // one that was given to somebody stays where it was
  const rank = ({ state, by }: PointsLine): number => order.indexOf(by === 'hand' ? 'nobody' : state);
  const sorted = whole.lines.toSorted((one, other) => rank(one) - rank(other));
  return <PointsTable lines={sorted} most={most} students={whole.students} onWho={onWho} />;
}
