/** The head of a lesson: where it stands in its level, its title, what it is about. */
import { useTranslations } from 'next-intl';

interface LessonHeadProps {
  level: number;
  /** null: it was taken out of the course's list */
  place: number | null;
  places: number;
  title: string;
  description: string;
  readingSeconds: number;
}

export function LessonHead({ level, place, places, title, description, readingSeconds }: LessonHeadProps) {
  const t = useTranslations('lesson');
  return (
    <header className="mb-9">
      <p className="font-[550] text-[14px] text-violet-ink">
        {place === null ? t('head.archived', { level }) : t('head.place', { level, place, places })}
      </p>
      <h1
        dir="auto"
        className="mt-2 text-balance font-semibold font-serif text-[34px] leading-[1.15] tracking-[-0.01em] sm:text-[42px]"
      >
        {title}
      </h1>
      <p dir="auto" className="mt-3 text-pretty font-serif text-[19px] text-ink-2 leading-[1.45] sm:text-[21px]">
        {description}
      </p>
      <p className="mt-3 text-[13.5px] text-ink-3">
        {t('head.reading', { minutes: Math.max(1, Math.round(readingSeconds / 60)) })}
      </p>
    </header>
  );
}
