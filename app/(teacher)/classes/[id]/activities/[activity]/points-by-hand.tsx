'use client';
/** Points of what is outside, by hand: one field a student, one Save for all that was changed. */
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { askBeforeLeaving } from '../../../../../_client/before-leaving.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import type { ResultRow } from '../../../../../_data/activity-results.ts';
import { readPoints } from '../../../../../_features/activities/read-points.ts';
import { Button } from '../../../../../_ui/button.tsx';

interface PointsByHandProps {
  classId: string;
  activityId: string;
  rows: readonly ResultRow[];
  maxPoints: number;
}

export function PointsByHand({ classId, activityId, rows, maxPoints }: PointsByHandProps) {
  const t = useTranslations('activities.results');
  const format = useFormatter();
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState(false);
  const changed = Object.entries(typed).map(([userId, text]) => ({ userId, points: readPoints(text) }));
  const risky = useRef(false);
  risky.current = changed.length > 0;
  useEffect(() => askBeforeLeaving(() => risky.current), []);
  const faulty = new Set(changed.flatMap(({ userId, points }) => (points === undefined ? [userId] : [])));
  const save = async (): Promise<void> => {
    const points = changed.flatMap(({ userId, points: one }) => (one === undefined ? [] : [{ userId, points: one }]));
    if ((await send('activities.points', { classId, activityId, points })) === undefined) return;
    setTyped({});
    setSaved(true);
    router.refresh();
  };
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
        {rows.map(({ userId, name, points }) => (
          <li key={userId} className="flex min-h-12 flex-wrap items-center gap-3 px-4 py-1.5 text-[14px]">
            <bdi className="min-w-0 flex-1 font-[550]">{name}</bdi>
            {faulty.has(userId) && (
              <span role="alert" className="text-[13px] text-wrong">
                {t('badPoints')}
              </span>
            )}
            <input
              aria-label={t('byHandOf', { name })}
              aria-invalid={faulty.has(userId)}
              inputMode="decimal"
              value={typed[userId] ?? (points === null ? '' : String(points))}
              onChange={({ target: { value } }) => {
                setSaved(false);
                setTyped((before) => ({ ...before, [userId]: value }));
              }}
              className="min-h-9 w-20 rounded-[10px] border border-line bg-sheet px-2 text-end tabular-nums aria-invalid:border-wrong"
            />
            <span className="w-16 text-[13px] text-ink-3 tabular-nums">/ {format.number(maxPoints)}</span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-3">
        <Button look="first" idle={busy} disabled={changed.length === 0 || faulty.size > 0} onClick={() => void save()}>
          {t('save')}
        </Button>
        <span
          role="status"
          className={clsx('text-[14px] empty:hidden', changed.length > 0 ? 'text-ink-2' : 'text-good')}
        >
          {changed.length > 0 ? t('unsaved') : saved && `✓ ${t('saved')}`}
        </span>
        <span role="alert" className="text-[14px] text-wrong empty:hidden">
          {error}
        </span>
      </p>
    </div>
  );
}
