'use client';
/** Who asks one into a class: one is in by accepting, and not before. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';

interface InvitationsProps {
  invitations: readonly { id: string; name: string; by: string; as: 'student' | 'teacher' | 'assistant' }[];
}

export function Invitations({ invitations }: InvitationsProps) {
  const t = useTranslations('home.invitations');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  if (invitations.length === 0) return null;
  const answer = async (invitationId: string, accept: boolean): Promise<void> => {
    const done = await send('classes.answerInvitation', { invitationId, accept });
    if (done !== undefined) router.refresh();
  };
  return (
    <section aria-label={t('label')} className="mt-6 grid gap-2">
      {invitations.map(({ id, name, by, as }) => (
        <div
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 border border-violet bg-violet-soft px-5 py-3"
        >
          <p className="min-w-0 flex-1 basis-64 text-[15px]">{t.rich(as, { by, name, ...BDI })}</p>
          <span className="flex flex-wrap gap-2">
            <Button
              size="small"
              look="first"
              idle={busy}
              aria-label={t('acceptOf', { name })}
              onClick={() => void answer(id, true)}
            >
              {t('accept')}
            </Button>
            <Button
              size="small"
              look="quiet"
              idle={busy}
              aria-label={t('declineOf', { name })}
              onClick={() => void answer(id, false)}
            >
              {t('decline')}
            </Button>
          </span>
        </div>
      ))}
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </section>
  );
}
