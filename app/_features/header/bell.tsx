'use client';
/** The way to what is new, with how much it is. It hears of more a moment after the page is moved or touched, or has just stood there. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useLate } from '../../_late/late.ts';
import { useNear } from '../../_late/use-near.ts';

/** What somebody came for goes first. */
const QUIET_MS = 3_000;
/** Who only looks at a page is told as well. */
const UNTOUCHED_MS = 10_000;
/** More is said in no number. */
const MOST = 99;
const LIST = '/notices';
const loadHearer = () => import('./hears-of-news.tsx');

export function Bell({ count: first }: { count: number }) {
  const t = useTranslations('common.nav');
  const [heard, setHeard] = useState<{ count: number; at: string }>();
  const path = usePathname();
  const { place, near } = useNear<HTMLAnchorElement>();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(true), near ? QUIET_MS : UNTOUCHED_MS);
    return () => clearTimeout(timer);
  }, [near]);
  const { part } = useLate(quiet ? loadHearer : undefined);
  // what a page was sent with is newer than what was heard on the one before; who reads the list has nothing new
  const count = path === LIST ? 0 : heard !== undefined && heard.at === path ? heard.count : first;
  return (
    <Link
      ref={place}
      href={LIST}
      prefetch={false}
      aria-label={t('notices', { count })}
      className="relative grid size-9 shrink-0 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink"
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-[19px] fill-none stroke-[1.8] stroke-current">
        <path d="M6 16V10a6 6 0 0 1 12 0v6l2 2H4zM10 21h4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {count > 0 && (
        <span
          aria-hidden
          className="absolute end-0 top-0 min-w-4 rounded-full bg-violet px-1 text-center font-semibold text-[11px] text-white leading-4"
        >
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
      {part !== undefined && <part.HearsOfNews onCount={(now) => setHeard({ count: now, at: path })} />}
    </Link>
  );
}
