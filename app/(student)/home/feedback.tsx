/** What was said to one's work: the newest remarks, each with the way to where it is read whole and answered. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { inOneLine } from '../../../domain/remarks/prose.ts';
import type { readFeedback } from '../../_data/feedback.ts';
import { RemarkText } from '../../_features/remarks/remark-text.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { DateTime } from '../../_ui/date-time.tsx';

export function Feedback({ feedback }: { feedback: Awaited<ReturnType<typeof readFeedback>> }) {
  const t = useTranslations('remarks.home');
  if (feedback.length === 0) return null;
  return (
    <section aria-label={t('title')} className="overflow-hidden rounded-2 border border-line bg-sheet">
      <h2 className="border-line border-b px-5 py-3.5 font-semibold text-[17px]">{t('title')}</h2>
      <ul className="divide-y divide-line">
        {feedback.map(({ id, what, by, question, text, at, fresh, href }) => {
          const title = t.rich(by === null ? `${what}BySomebody` : what, { name: by ?? '', question, ...BDI });
          return (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-5 py-3">
              {href === null ? (
                <span className="min-w-0 font-[550]">{title}</span>
              ) : (
                <Link href={href} className="min-w-0 font-[550] hover:text-violet-ink hover:underline">
                  {title}
                </Link>
              )}
              <span className="flex items-center gap-2 justify-self-end text-[13px] text-ink-3 max-sm:col-span-2 max-sm:justify-self-start">
                {fresh && href !== null && <Chip tone="violet">{t('new')}</Chip>}
                <DateTime iso={at} />
              </span>
              <div className="col-span-2 text-[14px] text-ink-2 [overflow-wrap:anywhere]">
                {href === null ? (
                  <RemarkText text={text} />
                ) : (
                  <p dir="auto" className="line-clamp-2">
                    {inOneLine(text)}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
