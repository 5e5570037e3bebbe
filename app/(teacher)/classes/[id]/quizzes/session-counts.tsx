'use client';
/** What a live session counts for in the class: nothing, being there, taking part, right answers; never speed. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { COUNTS_FOR, type CountsFor } from '../../../../../domain/live/counts-for.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';

interface SessionCountsProps {
  classId: string;
  session: { id: string; lesson: string };
  /** null: it counts for nothing */
  initial: { activityId: string; by: CountsFor; maxPoints: number | null } | null;
}

export function SessionCounts({ classId, session, initial }: SessionCountsProps) {
  const t = useTranslations('activities.live');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const [by, setBy] = useState<CountsFor | 'no'>(initial?.by ?? 'no');
  const [max, setMax] = useState(String(initial?.maxPoints ?? 1));
  const [faulty, setFaulty] = useState(false);
  const set = async (wanted: CountsFor | 'no', typed: string): Promise<void> => {
    const maxPoints = wanted === 'no' || wanted === 'right' ? null : readMax(typed);
    setBy(wanted);
    setFaulty(maxPoints === undefined);
    if (maxPoints === undefined) return;
    const asked = { classId, sessionId: session.id, by: wanted === 'no' ? null : wanted, maxPoints };
    if ((await send('activities.session', asked)) !== undefined) router.refresh();
  };
  return (
    <span className="flex flex-wrap items-center gap-2">
      <select
        aria-label={t('countsOf', { lesson: session.lesson })}
        value={by}
        disabled={busy}
        onChange={({ target: { value } }) => void set(COUNTS_FOR.find((one) => one === value) ?? 'no', max)}
        className="min-h-9 rounded-[10px] border border-line bg-sheet px-2 text-[13px] text-ink-2"
      >
        {(['no', ...COUNTS_FOR] as const).map((one) => (
          <option key={one} value={one}>
            {t(`as.${one}`)}
          </option>
        ))}
      </select>
      {(by === 'there' || by === 'part') && (
        <input
          aria-label={t('maxOf', { lesson: session.lesson })}
          aria-invalid={faulty}
          inputMode="decimal"
          value={max}
          onChange={({ target }) => setMax(target.value)}
          onBlur={() => void set(by, max)}
          className="min-h-9 w-16 rounded-[10px] border border-line bg-sheet px-2 text-end text-[13px] tabular-nums aria-invalid:border-wrong"
        />
      )}
      {initial !== null && (
        <ButtonLink
          size="small"
          look="quiet"
          prefetch={false}
          href={`/classes/${classId}/activities/${initial.activityId}`}
          aria-label={t('resultsOf', { lesson: session.lesson })}
        >
          {t('results')}
        </ButtonLink>
      )}
      {(error !== undefined || faulty) && (
        <span role="alert" className="text-[13px] text-wrong">
          {faulty ? t('badMax') : error}
        </span>
      )}
    </span>
  );
}

/** Undefined: no number of points. */
function readMax(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && value > 0 && value <= 1000 ? value : undefined;
}
