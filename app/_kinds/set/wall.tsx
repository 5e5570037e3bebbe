/** What of a set is asked for, on the wall: single values, or a part of the real line. */
import { useTranslations } from 'next-intl';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Tex } from '../../_features/lesson/tex.tsx';

export function SetWall({ asked: { asks, variable } }: { asked: QuestionViewOf<'set'> }) {
  const t = useTranslations('lesson.set');
  const shape = asks === 'values' ? '\\{\\ldots\\}' : '\\ldots \\subseteq \\mathbb{R}';
  return (
    <div className="flex justify-center">
      <div className="wall-box flex items-center gap-[0.8em]">
        <Tex tex={asks === 'values' ? `${variable} \\in ${shape}` : shape} />
        <span className="text-ink-2">{t(asks === 'values' ? 'valuesWall' : 'realsWall')}</span>
      </div>
    </div>
  );
}
