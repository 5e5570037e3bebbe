'use client';
/** Which one holds, where a file and what stands here have both changed; or a file that is taken over before the next start. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';

interface DecideProps {
  course: string;
  /** null: the list of the course */
  file: string | null;
  hash: string;
  title: string;
  /** there is something here that could stay */
  keeps: boolean;
}

export function Decide({ course, file, hash, title, keeps }: DecideProps) {
  const t = useTranslations('desk.files.act');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const decide = async (take: boolean): Promise<void> => {
    await send('courses.content', { course, file, hash, take });
    router.refresh();
  };
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {error !== undefined && (
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      )}
      <Button size="small" idle={busy} aria-label={t('takes', { title })} onClick={() => void decide(true)}>
        {t('take')}
      </Button>
      {keeps && (
        <Button size="small" idle={busy} aria-label={t('keeps', { title })} onClick={() => void decide(false)}>
          {t('keep')}
        </Button>
      )}
    </span>
  );
}
