'use client';
/** Publishes what an older version says, by a version of its own, and goes there. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../../_client/use-command.ts';
import { Button } from '../../../../../_ui/button.tsx';

export function SayAgain({ id, number, newest }: { id: string; number: number; newest: number }) {
  const t = useTranslations('desk.quizEditor.versions');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const sayAgain = async (): Promise<void> => {
    const said = await send('quizzes.sayAgain', { quizId: id, base: newest, number });
    if (said !== undefined) router.push(`/quizzes/${id}/versions/${said.version}`);
  };
  return (
    <span className="ms-auto flex flex-wrap items-center gap-3">
      {error !== undefined && (
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      )}
      <Button idle={busy} onClick={() => void sayAgain()}>
        {t('sayAgain', { number, next: newest + 1 })}
      </Button>
    </span>
  );
}
