'use client';
/** A key was wrong: what the corrected lesson changes in this quiz, before it is done. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Correction } from '../../../../../domain/live/correction.ts';
import { BDI, Names } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';

/** So many changes are listed; the rest is counted. */
const LISTED = 12;

interface CorrectPanelProps {
  busy: boolean;
  onCorrect(apply: boolean): Promise<Correction | undefined>;
}

export function CorrectPanel({ busy, onCorrect }: CorrectPanelProps) {
  const t = useTranslations('live.host');
  const [found, setFound] = useState<Correction>();
  const [done, setDone] = useState(false);
  const look = async (): Promise<void> => {
    setDone(false);
    setFound(await onCorrect(false));
  };
  const apply = async (): Promise<void> => {
    const applied = await onCorrect(true);
    setDone(applied !== undefined);
    setFound(undefined);
  };
  const regraded = found?.questions.reduce((sum, one) => sum + one.regraded, 0) ?? 0;
  return (
    <details className="rounded-2 border border-line bg-sheet px-4 py-3 text-[14px]">
      <summary className="cursor-pointer font-[550]">{t('correct')}</summary>
      <div className="mt-3 grid gap-3">
        {found === undefined ? (
          <>
            <p className="text-ink-2">{t('correctHow')}</p>
            <Button disabled={busy} className="justify-self-start" onClick={() => void look()}>
              {t('correctLook')}
            </Button>
          </>
        ) : (
          <>
            <p>
              {found.questions.length === 0
                ? t('correctNothing')
                : t.rich('correctQuestions', { titles: () => <Names of={found.questions.map((one) => one.title)} /> })}
            </p>
            {regraded > 0 && <p>{t('correctRegraded', { count: regraded })}</p>}
            <p>{t('correctPlayers', { count: found.players.length })}</p>
            <ul className="grid gap-1 tabular-nums">
              {found.players.slice(0, LISTED).map((one) => (
                <li key={one.nickname}>
                  {t.rich('correctChange', { name: one.nickname, before: one.before, after: one.after, ...BDI })}
                </li>
              ))}
              {found.players.length > LISTED && <li>…</li>}
            </ul>
            <Button look="first" disabled={busy} className="justify-self-start" onClick={() => void apply()}>
              {t('correctDo')}
            </Button>
          </>
        )}
        <p role="status" className="empty:hidden">
          {done ? t('corrected') : ''}
        </p>
      </div>
    </details>
  );
}
