'use client';
/** Signing in again, and back to the same place. */
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { leaveUnasked } from '../../_client/before-leaving.ts';

/** @param at the id of what to come back to on this page */
export function SignInAgain({ at }: { at?: string }) {
  const t = useTranslations('outbox');
  const [href, setHref] = useState('/sign-in');
  useEffect(() => {
    const hash = at === undefined ? location.hash : `#${at}`;
    setHref(`/sign-in?next=${encodeURIComponent(location.pathname + location.search + hash)}`);
  }, [at]);
  // a page of its own, not the router: who is signed in is another matter by then
  return (
    <a href={href} onClick={leaveUnasked} className="font-[550] text-violet-ink underline underline-offset-2">
      {t('signInAgain')}
    </a>
  );
}
