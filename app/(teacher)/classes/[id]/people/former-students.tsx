'use client';
/** Who was a student of this class: what they handed in is theirs, and they can be brought back. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import { Chip } from '../../../../_ui/chip.tsx';
import { PeopleList, PersonRow, RowAct } from './people-list.tsx';

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
  const rows = former.map(({ id, name, login, barred }) => (
    <PersonRow
      key={id}
      name={name}
      beside={<bdi>{login}</bdi>}
      says={barred && <Chip tone="wait">⊘ {t('barred')}</Chip>}
    >
      <RowAct busy={busy} onAct={() => void back(id)} aria-label={t('backOf', { name })}>
        {t('back')}
      </RowAct>
    </PersonRow>
  ));
  return <PeopleList title={t('former')} count={former.length} error={error} rows={rows} />;
}
