'use client';
/** At an exercise's card: how much was said to what one has handed in; it opens there. */
import { useTranslations } from 'next-intl';
import { remarksAnchor } from '../../../domain/notices/card-anchors.ts';
import { Drawer } from '../../_ui/drawer.tsx';

const loadRemarks = (): Promise<typeof import('./own-remarks.tsx')> => import('./own-remarks.tsx');

interface CardRemarksProps {
  lessonId: string;
  questionId: string;
  count: number;
  fresh: number;
  /** another one: something was said, or is said otherwise */
  changedBy: number;
  onRead(): void;
}

export function CardRemarks({ lessonId, questionId, count, fresh, changedBy, onRead }: CardRemarksProps) {
  const t = useTranslations('remarks.own');
  return (
    <Drawer
      anchor={remarksAnchor(questionId)}
      label={t('open', { count })}
      news={fresh > 0 ? t('fresh', { count: fresh }) : null}
      printed
      loading={t('loading')}
      load={loadRemarks}
    >
      {(part) => <part.OwnRemarks lessonId={lessonId} questionId={questionId} changedBy={changedBy} onRead={onRead} />}
    </Drawer>
  );
}
