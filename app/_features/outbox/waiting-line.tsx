'use client';
/** One line on every page of somebody signed in: what waits for the network, or for signing in again. */
import { useTranslations } from 'next-intl';
import { unsent } from './rules.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { type PageOf, useOutbox } from './use-outbox.ts';

export function WaitingLine(page: PageOf) {
  const t = useTranslations('outbox');
  const { snapshot } = useOutbox(page);
  const waiting = unsent(snapshot.entries).filter((one) => one.tries > 0);
  const reason = waiting.find((one) => one.reason !== null)?.reason ?? null;
  const signedOut = reason === 'notSignedIn' || reason === 'wrongAccount';
  const why = signedOut || reason === 'askedLive' ? reason : 'network';
  return (
    <div
      role="status"
      className="fixed inset-x-0 bottom-3 z-40 mx-auto w-max max-w-[calc(100vw-24px)] rounded-2 border border-wait/50 bg-sheet px-4 py-2.5 text-[14px] text-ink shadow-sheet empty:hidden print:hidden"
    >
      {waiting.length > 0 && (
        <>
          <span aria-hidden className="text-wait">
            ●{' '}
          </span>
          {t(`waiting.${why}`, { count: waiting.length })} {t(snapshot.lasts ? 'lasts' : 'onPage')}
          {signedOut && (
            <>
              {' '}
              <SignInAgain />
            </>
          )}
        </>
      )}
    </div>
  );
}
