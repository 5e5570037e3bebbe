'use client';
/** Opens a room for the class and goes to its host view. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../_components/button.tsx';
import { useDeskCommand } from '../../../_components/desk/use-desk-command.ts';

export function StartQuiz({ classId, lessonId }: { classId: string; lessonId: string }) {
  const t = useTranslations('desk.board');
  const [speed, setSpeed] = useState(false);
  const { busy, error, send } = useDeskCommand();
  const start = async (): Promise<void> => {
    const opened = await send<{ session: string }>('openLive', { classId, lessonId, settings: { speed } });
    if (opened !== undefined) location.assign(`/live/${opened.session}/host`);
  };
  return (
    <span className="flex flex-wrap items-center gap-3">
      <label className="flex min-h-10 items-center gap-2 text-[14px] text-ink-2">
        <input
          type="checkbox"
          checked={speed}
          onChange={(event) => setSpeed(event.target.checked)}
          className="size-4 accent-violet"
        />
        {t('speed')}
      </label>
      <Button look="first" disabled={busy} onClick={() => void start()}>
        {busy ? t('starting') : t('start')}
      </Button>
      {error !== undefined && (
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      )}
    </span>
  );
}
