'use client';
/** The button behind a link of a mail: programs that look into mails open links, and press nothing. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../_client/use-command.ts';
import { Button, ButtonLink } from '../_ui/button.tsx';

export function MailLink({ what, token }: { what: 'confirm' | 'off'; token: string }) {
  const t = useTranslations('notices.link');
  const { busy, error, send } = useCommand();
  const [done, setDone] = useState(false);
  const act = async (): Promise<void> => {
    const said = await send(what === 'confirm' ? 'notices.confirm' : 'notices.unsubscribe', { token });
    setDone(said !== undefined);
  };
  return (
    <div className="grid justify-items-start gap-4">
      <p role="status" className="text-ink-2">
        {t(`${what}.${done ? 'done' : 'text'}`)}
      </p>
      {done ? (
        <ButtonLink href="/account" look="first">
          {t('account')}
        </ButtonLink>
      ) : (
        <Button look="first" size="large" idle={busy} onClick={() => void act()}>
          {t(`${what}.act`)}
        </Button>
      )}
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </div>
  );
}
