'use client';
/** Which version of a quiz a class keeps; where there is a newer one, what that would change, and a way to take it. */
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { QuizChanges } from '../../../domain/quiz/changes.ts';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';
import { ChangesLine } from './changes-line.tsx';

interface KeptVersionProps {
  classId: string;
  quizId: string;
  /** what the row is about, for those who hear its buttons */
  name: string;
  /** the viewer may look at the quiz, and take another version of it */
  opens: boolean;
  kept: {
    number: number;
    corrected: boolean;
    newer: { number: number; changes: QuizChanges; students: number } | null;
  };
}

export function KeptVersion({ classId, quizId, name, opens, kept }: KeptVersionProps) {
  const t = useTranslations('activities.version');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  /** what was taken, and what the class had before */
  const [taken, setTaken] = useState<{ number: number; before: number }>();
  const { number, corrected, newer } = kept;
  const take = async (wanted: number): Promise<void> => {
    const done = await send('activities.version', { classId, lessonId: quizId, number: wanted });
    if (done === undefined) return;
    setTaken(taken === undefined ? { number: wanted, before: done.before } : undefined);
    router.refresh();
  };
  if (taken === undefined && newer === null)
    return (
      <span className="text-[13px] text-ink-3 tabular-nums">{t(corrected ? 'hasCorrected' : 'has', { number })}</span>
    );
  return (
    <div className="flex basis-full flex-wrap items-center gap-x-3 gap-y-2 rounded-[10px] bg-wait-soft px-3 py-2 text-[14px]">
      <p role="status" className="min-w-0 flex-1 basis-72 text-ink-2">
        {error !== undefined && <span className="block text-wrong">{error}</span>}
        {taken !== undefined && `✓ ${t('taken', { number: taken.number })}`}
        {taken === undefined && newer !== null && (
          <>
            <span className="block text-ink">
              {t(corrected ? 'isThereCorrected' : 'isThere', { number, newer: newer.number })}
            </span>
            {t('changes')} <ChangesLine changes={newer.changes} />.{' '}
            {newer.students > 0 && t('stays', { students: newer.students })}
          </>
        )}
      </p>
      {taken === undefined && newer !== null && opens && (
        <span className="flex flex-wrap items-center gap-3">
          <Link
            href={`/quizzes/${quizId}/versions/${newer.number}`}
            prefetch={false}
            className="inline-flex min-h-10 items-center underline underline-offset-4"
          >
            {t('look')}
          </Link>
          <Button
            size="small"
            idle={busy}
            aria-label={t('takeOf', { number: newer.number, name })}
            onClick={() => void take(newer.number)}
          >
            {t('take', { number: newer.number })}
          </Button>
        </span>
      )}
      {taken !== undefined && (
        <Button size="small" look="quiet" idle={busy} onClick={() => void take(taken.before)}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
