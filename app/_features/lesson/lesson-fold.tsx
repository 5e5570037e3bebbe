/** What stands beside a lesson on a large screen, in a line below its head: the points, and what is on the page, folded. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type ContentsEntry, TableOfContents } from './table-of-contents.tsx';

/** @param points shown where the bar on top has no room for them */
export function LessonFold({ entries, points }: { entries: readonly ContentsEntry[]; points: ReactNode }) {
  const t = useTranslations('lesson');
  return (
    <div className="-mt-5 mb-8 grid gap-3 xl:hidden print:hidden">
      {points !== null && <p className="sm:hidden">{points}</p>}
      {entries.length > 0 && (
        <details className="rounded-[10px] border border-line bg-sheet px-4 py-2.5">
          <summary className="cursor-pointer font-[550] text-[14px]">{t('contents')}</summary>
          <div className="-mx-2.5 mt-2">
            <TableOfContents entries={entries} titled={false} />
          </div>
        </details>
      )}
    </div>
  );
}
