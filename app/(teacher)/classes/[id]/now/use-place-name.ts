/** Where a student is, in a few words. */
import { useTranslations } from 'next-intl';
import type { Seen } from './seen.ts';

export function usePlaceName(): (student: Pick<Seen, 'at' | 'place'>) => string | null {
  const t = useTranslations('now.desk');
  return ({ at, place }) => {
    if (at === null || place === null) return null;
    const question = place.questions.find(({ id }) => id === at.question);
    if (question !== undefined && !at.reading) return `${t('question', question)} · ${question.title}`;
    return place.sections.find(({ id }) => id === at.section)?.text ?? place.title;
  };
}
