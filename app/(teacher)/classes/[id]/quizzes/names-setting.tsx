'use client';
/** Whether the quizzes of this class show players' names on the screen, unless one of them says otherwise. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';

export function NamesSetting({ classId, initial }: { classId: string; initial: boolean }) {
  const t = useTranslations('desk.quizzes');
  const [shown, setShown] = useState(initial);
  const [saved, setSaved] = useState(false);
  const { busy, error, send } = useCommand();
  const change = async (showNames: boolean): Promise<void> => {
    setSaved(false);
    setShown(showNames);
    const done = await send('classes.settings', { classId, showNames });
    if (done === undefined) setShown(!showNames);
    else setSaved(true);
  };
  return (
    <section aria-label={t('settings')} className="rounded-2 border border-line bg-sheet px-4 py-3 text-[14px]">
      <label className="flex min-h-10 items-center gap-2.5">
        <input
          type="checkbox"
          checked={shown}
          disabled={busy}
          onChange={({ target }) => void change(target.checked)}
          className="size-4 shrink-0 accent-violet"
        />
        <span className="font-[550]">{t('showNames')}</span>
      </label>
      <p className="ms-6.5 text-ink-2">{t('showNamesMeans')}</p>
      <p
        role="status"
        className={error === undefined ? 'ms-6.5 text-[13px] text-good' : 'ms-6.5 text-[13px] text-wrong'}
      >
        {error ?? (saved ? `✓ ${t('saved')}` : '')}
      </p>
    </section>
  );
}
