'use client';
/** Joins with the account that is signed in. */
import { useTranslations } from 'next-intl';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';

export function JoinButton({ token, name }: { token: string; name: string }) {
  const t = useTranslations('auth.join');
  const { busy, error, send } = useCommand();
  return (
    <div className="grid gap-2">
      <Button
        look="first"
        size="large"
        disabled={busy}
        onClick={() => void send('classes.join', { token }).then((done) => done && location.assign('/home'))}
      >
        <span>{t.rich('joinAs', { name, ...BDI })}</span>
      </Button>
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
