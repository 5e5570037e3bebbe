/** The parts of a maths question, on the wall. */
import { useTranslations } from 'next-intl';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Html } from '../../_features/lesson/html.tsx';

export function MathsWall({ asked }: { asked: QuestionViewOf<'maths'> }) {
  const t = useTranslations('live.screen');
  return (
    <ul className="flex flex-wrap justify-center gap-[0.6em]" aria-label={t('parts')}>
      {asked.parts.map((part) => (
        <li key={part.id} className="wall-box flex items-center gap-[0.5em]">
          <Html as="span" html={part.labelHtml} className="font-serif" />
          <span aria-hidden className="text-ink-3">
            = …
          </span>
        </li>
      ))}
    </ul>
  );
}
