/** The reading page's frame: course map, one column of text, table of contents; on a phone one below the other. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export function LessonFrame({ map, contents, children }: { map: ReactNode; contents: ReactNode; children: ReactNode }) {
  const t = useTranslations('lesson');
  return (
    <div className="mx-auto grid max-w-[1400px] grid-cols-[minmax(0,1fr)] justify-center gap-x-12 px-4 sm:px-6 lg:grid-cols-[14.5rem_minmax(0,43.75rem)] xl:grid-cols-[14.5rem_minmax(0,43.75rem)_13rem] xl:justify-between">
      <div className="hidden lg:block print:hidden">
        <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto pt-6 pb-10">{map}</div>
      </div>
      <main id="content" className="min-w-0 pt-8 pb-24 sm:pt-12">
        <details className="mb-6 rounded-[10px] border border-line bg-sheet px-4 py-2.5 lg:hidden print:hidden">
          <summary className="cursor-pointer font-[550] text-[14px]">{t('map.open')}</summary>
          <div className="mt-3 max-h-[60dvh] overflow-y-auto">{map}</div>
        </details>
        {children}
      </main>
      <div className="hidden xl:block print:hidden">
        <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto pt-6 pb-10">{contents}</div>
      </div>
    </div>
  );
}
