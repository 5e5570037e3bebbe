'use client';
/** Starts the clock of a time limit: the server's. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';

export function BeginButton({ activityId, minutes }: { activityId: string; minutes: number }) {
  const t = useTranslations('activities.page');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const begin = async (): Promise<void> => {
    if ((await send('activities.begin', { activityId })) !== undefined) router.refresh();
  };
  return (
    <section className="grid gap-3 rounded-2 border border-line bg-sheet px-5 py-5">
      <p>{t('beginMeans', { minutes })}</p>
      <p>
        <Button look="first" size="large" idle={busy} onClick={() => void begin()}>
          {t(busy ? 'beginning' : 'begin')}
        </Button>
      </p>
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
    </section>
  );
}
