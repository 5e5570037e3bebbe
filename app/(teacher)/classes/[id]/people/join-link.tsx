'use client';
/** The class's join link: shown to hand out, renewed when it went too far, closed when everybody is in. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';
import { CopyLink } from '../../../../_ui/copy-link.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';

export function JoinLink({ classId, initial }: { classId: string; initial: string | null }) {
  const t = useTranslations('desk.people');
  const [token, setToken] = useState(initial);
  const [renewed, setRenewed] = useState(false);
  const { busy, error, send } = useCommand();
  const { ask, dialog } = useAsking();
  const set = async (open: boolean): Promise<void> => {
    const done = await send('classes.joinLink', { classId, open });
    if (done === undefined) return;
    setRenewed(open && token !== null);
    setToken(done.token);
  };
  const renew = async (): Promise<void> => {
    const question = { title: t('newLinkSure'), text: t('newLinkMeans'), act: t('newLink') };
    if (token === null || (await ask(question))) await set(true);
  };
  const close = async (): Promise<void> => {
    const question = { title: t('closeLinkSure'), text: t('closeLinkMeans'), act: t('closeLink') };
    if (await ask(question)) await set(false);
  };
  return (
    <section aria-label={t('joinLink')} className="grid gap-3 rounded-2 border border-line bg-sheet p-5">
      <h2 className="font-semibold text-[15px]">{t('joinLink')}</h2>
      {token === null ? (
        <p className="text-[14px] text-ink-2">
          <b className="text-ink">{t('closed')}</b> {t('joinClosed')}
        </p>
      ) : (
        <>
          <p className="text-[14px] text-ink-2">{t('joinText')}</p>
          <CopyLink key={token} path={`/join-class/${token}`} label={t('joinLink')} />
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" disabled={busy} onClick={() => void renew()}>
          {t('newLink')}
        </Button>
        {token !== null && (
          <Button size="small" look="quiet" disabled={busy} onClick={() => void close()}>
            {t('closeLink')}
          </Button>
        )}
        <span role="status" className={error === undefined ? 'text-[13px] text-good' : 'text-[13px] text-wrong'}>
          {error ?? (renewed ? `✓ ${t('renewed')}` : '')}
        </span>
      </div>
      {dialog}
    </section>
  );
}
