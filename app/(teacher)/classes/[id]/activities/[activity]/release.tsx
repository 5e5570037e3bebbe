'use client';
/** Shows answers and points to the students, where they wait for it, or the points of what is outside; or hides them again. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../../_client/use-command.ts';
import { Button } from '../../../../../_ui/button.tsx';

interface ReleaseProps {
  classId: string;
  activityId: string;
  released: boolean;
  /** a column of its own, which holds points alone */
  outside: boolean;
  /** the viewer may change it */
  may: boolean;
}

export function Release({ classId, activityId, released, outside, may }: ReleaseProps) {
  const t = useTranslations('activities.results');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const set = async (): Promise<void> => {
    const done = await send('activities.release', { classId, activityId, released: !released });
    if (done !== undefined) router.refresh();
  };
  return (
    <p className="flex flex-wrap items-center gap-3 rounded-2 border border-line bg-sheet px-4 py-3 text-[14px]">
      <span role="status" className="min-w-0 flex-1 basis-56">
        {released ? `✓ ${t(outside ? 'shownNow' : 'released')}` : t(outside ? 'hiddenNow' : 'notReleased')}
      </span>
      {may && (
        <Button size="small" look={released ? 'quiet' : 'first'} idle={busy} onClick={() => void set()}>
          {t(released ? 'unrelease' : outside ? 'show' : 'release')}
        </Button>
      )}
      <span role="alert" className="text-wrong empty:hidden">
        {error}
      </span>
    </p>
  );
}
