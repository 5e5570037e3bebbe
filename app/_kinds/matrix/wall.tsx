/** The empty matrix that a class fills in, on the wall; of one whose size is to be found nothing is told. */
import { useTranslations } from 'next-intl';
import { matrixTex } from '../../../domain/kinds/matrix/places.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Tex } from '../../_features/lesson/tex.tsx';

export function MatrixWall({ asked: { shape } }: { asked: QuestionViewOf<'matrix'> }) {
  const t = useTranslations('lesson.matrix');
  if (shape === null) return null;
  const { rows, columns } = shape;
  const empty = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '\\square'));
  return (
    <div className="flex justify-center">
      <div className="wall-box flex items-center gap-[0.8em]">
        <Tex tex={matrixTex(empty)} />
        <span className="text-ink-2">{t('size', { rows, columns })}</span>
      </div>
    </div>
  );
}
