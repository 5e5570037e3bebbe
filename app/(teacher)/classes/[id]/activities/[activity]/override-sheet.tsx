'use client';
/** What one student has instead of the others: until when, excused, more time or attempts, no deduction; and why. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PointsChange } from '../../../../../../domain/activities/told.ts';
import type { Given } from '../../../../../_client/calls.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import type { ResultRow } from '../../../../../_data/activity-results.ts';
import { MomentField } from '../../../../../_features/activities/moment-field.tsx';
import { WouldChange } from '../../../../../_features/activities/would-change.tsx';
import { BDI } from '../../../../../_i18n/bdi.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { SelectField } from '../../../../../_ui/select-field.tsx';
import { SheetDialog } from '../../../../../_ui/sheet-dialog.tsx';

const TIMES = [
  { value: 'none', factor: null },
  { value: 'x1', factor: 1 },
  { value: 'x1.5', factor: 1.5 },
  { value: 'x2', factor: 2 },
  { value: 'x3', factor: 3 },
  { value: 'x0', factor: 0 },
] as const;
const WORDS = { none: 'none', x1: 'x1', 'x1.5': 'x15', x2: 'x2', x3: 'x3', x0: 'x0' } as const;
type Factor = (typeof TIMES)[number]['factor'];

interface Wanted {
  until: string | null;
  excused: boolean;
  timeFactor: Factor;
  more: number;
  waived: boolean;
  reason: string;
}
const AS_OTHERS: Wanted = { until: null, excused: false, timeFactor: null, more: 0, waived: false, reason: '' };

interface OverrideSheetProps {
  classId: string;
  activityId: string;
  lessonId: string;
  row: Pick<ResultRow, 'userId' | 'name' | 'override'>;
  zone: string | null;
  isTimed: boolean;
  onClose(): void;
  /** @param back brings back what there was */
  onDone(back: Given<'activities.override'>['back']): void;
}

export function OverrideSheet(props: OverrideSheetProps) {
  const { classId, activityId, lessonId, row, zone, isTimed, onClose, onDone } = props;
  const t = useTranslations('activities.override');
  const common = useTranslations('common');
  const { busy, error, field, send } = useCommand();
  const [wanted, setWanted] = useState<Wanted>(() => ({
    ...AS_OTHERS,
    ...row.override,
    timeFactor: TIMES.find(({ factor }) => factor === row.override?.timeFactor)?.factor ?? null,
  }));
  const [more, setMore] = useState(String(wanted.more));
  const [faulty, setFaulty] = useState(false);
  const [asks, setAsks] = useState<{ set: Wanted; changes: PointsChange[]; past: string[] }>();
  const set = (part: Partial<Wanted>): void => setWanted((now) => ({ ...now, ...part }));
  const store = async (one: Wanted): Promise<void> => {
    const done = await send('activities.override', { classId, activityId, userId: row.userId, ...one });
    if (done !== undefined) onDone(done.back);
    else setAsks(undefined);
  };
  const save = async (one: Wanted): Promise<void> => {
    const { reason: _reason, ...rules } = one;
    const override = { userId: row.userId, ...rules };
    const seen = await send('activities.preview', { classId, lessonId, override });
    if (seen === undefined) return;
    const isPast = one.until !== null && one.until !== row.override?.until && Date.parse(one.until) < Date.now();
    const past = isPast && one.until !== null ? [one.until] : [];
    if (seen.changes.length === 0 && past.length === 0) await store(one);
    else setAsks({ set: one, changes: seen.changes, past });
  };
  const check = (): void => {
    const isMore = /^\d{1,2}$/.test(more.trim()) && Number(more) <= 20;
    setFaulty(!isMore);
    if (isMore) void save({ ...wanted, more: Number(more) });
  };
  return (
    <SheetDialog title={t.rich('title', { name: row.name, ...BDI })} onClose={onClose}>
      {asks !== undefined ? (
        <WouldChange
          changes={asks.changes}
          past={asks.past}
          busy={busy}
          error={error}
          onBack={() => setAsks(undefined)}
          onDo={() => void store(asks.set)}
        />
      ) : (
        <div className="grid gap-5">
          <MomentField
            label={t('until')}
            without={t('untilNone')}
            iso={wanted.until}
            zone={zone}
            error={field === 'until' ? error : undefined}
            onChange={(until) => set({ until })}
          />
          {(['excused', 'waived'] as const).map((name) => (
            <label key={name} className="flex min-h-10 items-center gap-2.5 text-[15px]">
              <input
                type="checkbox"
                checked={wanted[name]}
                onChange={({ target }) => set({ [name]: target.checked })}
                className="size-4 shrink-0 accent-violet"
              />
              {t(name)}
            </label>
          ))}
          <Field
            label={t(isTimed ? 'moreTimed' : 'more')}
            inputMode="numeric"
            value={more}
            error={faulty ? t('moreRange') : undefined}
            onChange={({ target }) => {
              setMore(target.value);
              setFaulty(false);
            }}
            className="max-w-72"
          />
          {isTimed && (
            <SelectField
              label={t('time')}
              value={TIMES.find(({ factor }) => factor === wanted.timeFactor)?.value ?? 'none'}
              options={TIMES.map(({ value }) => ({ value, label: t(`timeAs.${WORDS[value]}`) }))}
              onChange={({ target }) => set({ timeFactor: TIMES[target.selectedIndex]?.factor ?? null })}
            />
          )}
          <Field
            label={t('reason')}
            hint={t('reasonHint')}
            maxLength={500}
            value={wanted.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
          <p className="flex flex-wrap items-center gap-3">
            <Button look="first" idle={busy} onClick={check}>
              {t('save')}
            </Button>
            {row.override !== null && (
              <Button idle={busy} onClick={() => void save(AS_OTHERS)}>
                {t('clear')}
              </Button>
            )}
            <Button onClick={onClose}>{common('cancel')}</Button>
            <span role="alert" className="text-[14px] text-wrong empty:hidden">
              {field === 'until' ? '' : error}
            </span>
          </p>
        </div>
      )}
    </SheetDialog>
  );
}
