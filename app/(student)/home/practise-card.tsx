/** What comes back today to be practised; where nothing does, when the next one does. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { readPractising } from '../../_data/practising.ts';
import { calledIn, minutesOf } from '../../_features/practising/practice-line.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { ButtonLink } from '../../_ui/button.tsx';

const MOST = 3;

export function PractiseCard({ practising }: { practising: Awaited<ReturnType<typeof readPractising>> }) {
  const t = useTranslations('practise');
  const { today, more, later, aside } = practising;
  const [next] = later;
  return (
    <section aria-label={t('title')} className="overflow-hidden rounded-2 border border-line bg-sheet">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b px-5 py-3.5">
        <h2 className="font-semibold text-[17px]">{t('title')}</h2>
        {today.length > 0 && (
          <span className="text-[13px] text-ink-3">
            {t('home.today', { count: today.length })}, {t('minutes', { minutes: minutesOf(today) })}
          </span>
        )}
      </header>
      {today.length > 0 && (
        <ul className="divide-y divide-line border-line border-b">
          {today.slice(0, MOST).map((line) => (
            <li key={line.ref} className="px-5 py-2.5">
              <p dir="auto" className="font-[550] [overflow-wrap:anywhere]">
                {calledIn(line, (place) => t('list.untitled', place))}
              </p>
              <p className="text-[13px] text-ink-3">
                {line.right > 0
                  ? t('list.right', { count: line.right })
                  : t('list.wrong', { count: line.wrong, partly: String(line.partly) })}
                {line.title === null && (
                  <>
                    {' · '}
                    {t.rich('list.from', { title: line.from.title, ...BDI })}
                  </>
                )}
                {line.mixup !== null && (
                  <>
                    {' · '}
                    {t.rich('list.mixup', { name: line.mixup, ...BDI })}
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3.5 text-[14px] text-ink-2">
        {today.length > 0 ? (
          <ButtonLink href="/practise" prefetch={false}>
            <span aria-hidden>↻</span> {t('home.go', { count: today.length })}
          </ButtonLink>
        ) : (
          <p>
            {more.length > 0
              ? t('enough')
              : next === undefined
                ? t(aside.length > 0 ? 'nothingToday' : 'home.none')
                : t('home.later', { days: next.days })}
          </p>
        )}
        {today.length === 0 && more.length + later.length + aside.length > 0 && (
          <Link href="/practise" prefetch={false} className="text-violet-ink hover:underline">
            {t('home.all')}
          </Link>
        )}
      </div>
    </section>
  );
}
