'use client';
/** Accepts with the account that is signed in. */
import { useTranslations } from 'next-intl';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';

export function AcceptButton({ token }: { token: string }) {
  const t = useTranslations('auth.invited');
  const { busy, error, send } = useCommand();
  const accept = async (): Promise<void> => {
    const done = await send('classes.acceptByLink', { token });
    if (done !== undefined) location.assign(`/classes/${done.classId}`);
  };
  return (
    <div className="grid gap-2">
      <Button look="first" size="large" idle={busy} onClick={() => void accept()}>
        {t('accept')}
      </Button>
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </div>
  );
}
