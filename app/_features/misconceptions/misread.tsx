/** What is said to who has misunderstood something: beside a verdict at home, and once a round is told. */
import { useTranslations } from 'next-intl';
import { Html } from '../lesson/html.tsx';

/** @param words HTML each; none: nothing is shown */
export function Misread({ words }: { words: readonly string[] }) {
  const t = useTranslations('common');
  if (words.length === 0) return null;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-1 rounded-[10px] bg-violet-soft px-3.5 py-2.5">
      <h4 className="font-semibold text-[13px] text-violet-ink">{t('misread')}</h4>
      {words.map((html) => (
        <Html key={html} html={html} className="lesson-prose lesson-small" />
      ))}
    </section>
  );
}
