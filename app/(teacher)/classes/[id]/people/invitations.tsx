'use client';
/** Who was asked into the class and has not answered: of them no more is shown than what was typed. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';

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
  return (
    <section aria-labelledby="asked" className="grid gap-2">
      <h2 id="asked" className="font-semibold text-[15px]">
        {t('asked')} <span className="text-ink-3 tabular-nums">{invitations.length}</span>
      </h2>
      <p role="alert" className="text-[13px] text-wrong empty:hidden">
        {error}
      </p>
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
        {invitations.map(({ id, as, login }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px]">
            <span className="min-w-0 flex-1 basis-48">
              <bdi className="font-[550]">{login ?? t('byLink')}</bdi>{' '}
              <span className="ms-2 text-[13px] text-ink-3">{t(AS[as])}</span>
            </span>
            {(as === 'student' || manages) && (
              <Button
                size="small"
                look="quiet"
                idle={busy}
                aria-label={t('takeBackOf', { name: login ?? t('byLink') })}
                onClick={() => void takeBack(id)}
              >
                {t('takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
