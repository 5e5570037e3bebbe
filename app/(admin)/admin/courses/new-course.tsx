'use client';
/** Makes an empty course and goes to where its levels and lessons are put in. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../_client/use-command.ts';
import { Button } from '../../../_ui/button.tsx';

export function NewCourse() {
  const t = useTranslations('desk.admin.newCourse');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const make = async (): Promise<void> => {
    const made = await send('courses.make', { title: t('title') });
    if (made !== undefined) router.push(`/admin/courses/${made.courseId}`);
  };
  return (
    <span className="flex items-center gap-3">
      {error !== undefined && (
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      )}
      <Button look="first" idle={busy} onClick={() => void make()}>
        {t('make')}
      </Button>
    </span>
  );
}
