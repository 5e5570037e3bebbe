'use client';
/** Where one is signed in, each with its way out, and one for all. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Device } from '../../domain/people/device.ts';
import { useCommand } from '../_client/use-command.ts';
import type { PageOf } from '../_features/outbox/use-outbox.ts';
import { useSignOut } from '../_features/outbox/use-sign-out.tsx';
import { Button } from '../_ui/button.tsx';
import { DateTime } from '../_ui/date-time.tsx';

interface SignInRow extends Device {
  id: string;
  here: boolean;
  createdAt: string;
  seenAt: string;
}

export function SignIns({ signIns, ...page }: { signIns: readonly SignInRow[] } & PageOf) {
  const t = useTranslations('account.signIns');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const end = async (signIn: string | null): Promise<boolean> =>
    (await send('account.signOut', { signIn })) !== undefined;
  const { signOut, dialog } = useSignOut(page, () => end(null));
  const endThere = async (signIn: string): Promise<void> => {
    if (await end(signIn)) router.refresh();
  };
  return (
    <>
      <ul className="divide-y divide-line rounded-2 border border-line bg-sheet">
        {signIns.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="font-[550]">{t('device', { browser: one.browser, system: one.system })}</p>
              <p className="text-[13px] text-ink-3">
                {one.here ? t('here') : t('seen')} {!one.here && <DateTime iso={one.seenAt} />}
              </p>
            </div>
            {!one.here && (
              <Button size="small" disabled={busy} onClick={() => void endThere(one.id)}>
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
      <p className="text-[13px] text-ink-3">{t('lasts')}</p>
      <Button className="justify-self-start" disabled={busy} onClick={() => void signOut()}>
        {t('endAll')}
      </Button>
      {dialog}
    </>
  );
}
