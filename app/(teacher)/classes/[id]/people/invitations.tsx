'use client';
/** Who was asked into the class and has not answered: of them no more is shown than what was typed. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import { PeopleList, PersonRow, RowAct } from './people-list.tsx';

const AS = { student: 'asStudent', teacher: 'asTeacher', assistant: 'asAssistant' } as const;

interface InvitationsProps {
  invitations: readonly { id: string; as: keyof typeof AS; login: string | null }[];
  /** those to colleagues are taken back by teachers only */
  manages: boolean;
}

export function Invitations({ invitations, manages }: InvitationsProps) {
  const t = useTranslations('desk.members');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  if (invitations.length === 0) return null;
  const takeBack = async (invitationId: string): Promise<void> => {
    const done = await send('classes.takeBackInvitation', { invitationId });
    if (done !== undefined) router.refresh();
  };
  const rows = invitations.map(({ id, as, login }) => {
    const name = login ?? t('byLink');
    return (
      <PersonRow key={id} name={name} beside={t(AS[as])}>
        {(as === 'student' || manages) && (
          <RowAct busy={busy} onAct={() => void takeBack(id)} aria-label={t('takeBackOf', { name })}>
            {t('takeBack')}
          </RowAct>
        )}
      </PersonRow>
    );
  });
  return <PeopleList title={t('asked')} count={invitations.length} error={error} rows={rows} />;
}
