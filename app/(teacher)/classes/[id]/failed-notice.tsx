'use client';
/** What the grader failed on in this lesson: how many, who, and all of it graded again. */
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../_client/use-command.ts';
import { Button } from '../../../_ui/button.tsx';
import { DateTime } from '../../../_ui/date-time.tsx';

interface FailedNoticeProps {
  classId: string;
  lessonId: string;
  count: number;
  /** only the students concerned are shown */
  only: boolean;
  onOnly(only: boolean): void;
  /** ISO time at which all of it was put into the queue again from this page */
  triedAt: string | undefined;
  onTried(at: string): void;
  onAgain(): void;
}

export function FailedNotice(props: FailedNoticeProps) {
  const { classId, lessonId, count, only, onOnly, triedAt, onTried, onAgain } = props;
  const t = useTranslations('desk.failures');
  const { busy, error, send } = useCommand();
  const again = async (): Promise<void> => {
    const done = await send('regrading.gradeAgain', { classId, lessonId, submission: null });
    if (done !== undefined) onTried(new Date().toISOString());
    // also where it was refused: somebody else was quicker
    onAgain();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-[10px] bg-wait-soft px-4 py-2.5 text-[14px] text-wait">
      <p role="status">
        <span aria-hidden>! </span>
        {t('count', { count })}
      </p>
      <Button size="small" disabled={busy} onClick={() => void again()}>
        {t('allAgain', { count })}
      </Button>
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={only}
          onChange={({ target }) => onOnly(target.checked)}
          className="size-4 accent-violet"
        />
        {t('only')}
      </label>
      <span role="status" className="empty:hidden">
        {triedAt !== undefined && t.rich('tried', { time: () => <DateTime iso={triedAt} form="clock" /> })}
      </span>
      <span role="alert" className="text-wrong empty:hidden">
        {error}
      </span>
    </div>
  );
}
