'use client';
/** One-time links made on this page, the newest first, until the page is left: nobody can read them again. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { BDI, NO_BDI } from '../../_i18n/bdi.tsx';
import { CopyLink } from '../../_ui/copy-link.tsx';

export interface MadeLink {
  name: string;
  path: string;
}

export function OneTimeLinks({ links }: { links: readonly MadeLink[] }) {
  const t = useTranslations('desk.people');
  const newest = useRef<HTMLElement>(null);
  const count = links.length;
  // whoever pressed far below is taken to what came of it
  useEffect(() => {
    if (count > 0) newest.current?.scrollIntoView({ block: 'center' });
  }, [count]);
  return (
    <section
      ref={newest}
      aria-label={t('links')}
      aria-live="polite"
      className="grid gap-3 rounded-2 border border-violet bg-violet-soft p-4 empty:hidden"
    >
      {links.length > 0 && <p className="text-[13px] text-ink-2">{t('linksText', { links: links.length })}</p>}
      {links.map((link) => (
        <div key={link.path} className="grid gap-1.5">
          <p className="font-[550] text-[14px]">{t.rich('link', { name: link.name, ...BDI })}</p>
          <CopyLink path={link.path} label={t.markup('link', { name: link.name, ...NO_BDI })} />
        </div>
      ))}
    </section>
  );
}
