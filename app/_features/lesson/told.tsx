/** What a card tells beside the verdict: hints asked for, the explanation, the solution step by step. */
import { useTranslations } from 'next-intl';
import { Html } from './html.tsx';

/** The hints that are open, read out as they open. */
export function Hints({ hints }: { hints: readonly string[] }) {
  const t = useTranslations('lesson.card');
  return (
    <ol aria-live="polite" aria-label={t('hints')} className="grid gap-2 empty:hidden">
      {hints.map((html, index) => (
        <li key={html} className="rounded-[10px] bg-violet-soft px-3.5 py-2.5">
          <p className="font-semibold text-[13px] text-violet-ink">{t('hintNumber', { number: index + 1 })}</p>
          <Html html={html} className="lesson-prose lesson-small" />
        </li>
      ))}
    </ol>
  );
}

/** Explanation and solution, once they are open. */
export function Told({
  explanationHtml,
  solutionHtml,
}: {
  explanationHtml: string | null;
  solutionHtml: string | null;
}) {
  const t = useTranslations('lesson.card');
  return (
    <>
      {explanationHtml !== null && (
        <div className="rounded-[10px] border border-line px-3.5 py-2.5">
          <p className="font-semibold text-[13px] text-ink-2">{t('explanation')}</p>
          <Html html={explanationHtml} className="lesson-prose lesson-small mt-1" />
        </div>
      )}
      {solutionHtml !== null && (
        <details className="rounded-[10px] border border-line px-3.5 py-2.5">
          <summary className="cursor-pointer font-semibold text-[14px]">{t('solution')}</summary>
          <Html html={solutionHtml} className="lesson-prose lesson-small mt-2" />
        </details>
      )}
    </>
  );
}
