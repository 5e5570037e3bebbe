'use client';
/** Makes an empty quiz and goes to where its questions are put in. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';

export function NewQuiz() {
  const t = useTranslations('desk.ownQuizzes');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const make = async (): Promise<void> => {
    const made = await send('quizzes.make', { title: t('newTitle'), questions: [] });
    if (made !== undefined) router.push(`/quizzes/${made.quizId}`);
  };
  return (
    <span className="ms-auto flex items-center gap-3">
      {error !== undefined && (
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      )}
      <Button look="first" idle={busy} onClick={() => void make()}>
        {t('new')}
      </Button>
    </span>
  );
}
