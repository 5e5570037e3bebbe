'use client';
/** What was chosen to be shown: kept as it is now, and shown on a page for the wall. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import type { Chosen } from './use-chosen.ts';

export function Tray({ classId, chosen }: { classId: string; chosen: Chosen }) {
  const t = useTranslations('now.desk');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const { of, students } = chosen;
  if (of === null) return null;
  const show = async (): Promise<void> => {
    const { lessonId, questionId } = of;
    const done = await send('now.take', { classId, lessonId, questionId, students: [...students] });
    if (done !== undefined) router.push(`/classes/${classId}/now/${done.snapshot}`);
  };
  return (
    <section
      aria-label={t('trayLabel')}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper px-4 py-3 shadow-sheet sm:px-6"
    >
      <div className="mx-auto flex max-w-[1500px] flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-60 text-[14.5px]">
          {t.rich('tray', { count: students.length, title: of.title, ...BDI })}
        </p>
        <Button look="quiet" size="small" onClick={chosen.clear}>
          {t('clear')}
        </Button>
        <Button look="first" idle={busy} onClick={() => void show()}>
          {t('show')}
        </Button>
        {error !== undefined && (
          <p role="alert" className="basis-full text-[14px] text-wrong">
            {error}
          </p>
        )}
      </div>
    </section>
  );
}
