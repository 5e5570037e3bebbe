'use client';
/** The headings of the page; the one being read is marked. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

export interface ContentsEntry {
  id: string;
  text: string;
  depth: number;
}

/** A heading counts as being read from when it passes this line, in pixels below the top. */
const LINE = 120;

/** @param titled false: it is said already what this is */
export function TableOfContents({ entries, titled = true }: { entries: readonly ContentsEntry[]; titled?: boolean }) {
  const t = useTranslations('lesson');
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      const above = entries.filter(({ id }) => {
        const heading = document.getElementById(id);
        return heading !== null && heading.getBoundingClientRect().top < LINE;
      });
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      setCurrent((atEnd && scrollY > 0 ? entries.at(-1) : above.at(-1))?.id ?? null);
    };
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
    };
  }, [entries]);
  if (entries.length === 0) return null;
  return (
    <nav aria-label={t('contents')}>
      {titled && (
        <p className="mb-2.5 px-2.5 font-semibold text-[12px] text-ink-3 uppercase tracking-[0.06em]">
          {t('contents')}
        </p>
      )}
      <ul className="grid gap-px text-[14px]">
        {entries.map(({ id, text, depth }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className={clsx(
                'block rounded-[8px] px-2.5 py-1.5',
                depth > 2 && 'ps-6',
                id === current
                  ? 'bg-violet-soft font-semibold text-violet-ink'
                  : 'text-ink-2 hover:bg-fill hover:text-ink',
              )}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
