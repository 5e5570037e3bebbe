'use client';
/** Who was a student of this class: what they handed in is theirs, and they can be brought back. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';

interface FormerStudentsProps {
  classId: string;
  former: readonly { id: string; name: string; login: string; barred: boolean }[];
}

export function FormerStudents({ classId, former }: FormerStudentsProps) {
  const t = useTranslations('desk.members');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  if (former.length === 0) return null;
  const back = async (userId: string): Promise<void> => {
    const done = await send('people.bringBack', { classId, userId });
    if (done !== undefined) router.refresh();
  };
  return (
    <section aria-labelledby="former" className="grid gap-2">
      <h2 id="former" className="font-semibold text-[15px]">
        {t('former')} <span className="text-ink-3 tabular-nums">{former.length}</span>
      </h2>
      <p role="alert" className="text-[13px] text-wrong empty:hidden">
        {error}
      </p>
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
        {former.map(({ id, name, login, barred }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px]">
            <span className="min-w-0 flex-1 basis-48">
              <bdi className="font-[550]">{name}</bdi>{' '}
              <span className="ms-2 text-[13px] text-ink-3">
                <bdi>{login}</bdi>
              </span>{' '}
              {barred && <Chip tone="wait">⊘ {t('barred')}</Chip>}
            </span>
            <Button
              size="small"
              look="quiet"
              idle={busy}
              aria-label={t('backOf', { name })}
              onClick={() => void back(id)}
            >
              {t('back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
