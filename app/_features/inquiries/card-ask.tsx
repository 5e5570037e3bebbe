'use client';
/** At an exercise's card: the way to ask one's teachers, and how much one has asked; it opens there. */
import { useTranslations } from 'next-intl';
import { askedAnchor } from '../../../domain/notices/card-anchors.ts';
import { Drawer } from '../../_ui/drawer.tsx';
import type { AskedAt } from './asked-at.ts';

const loadPanel = (): Promise<typeof import('./own-inquiries.tsx')> => import('./own-inquiries.tsx');

interface CardAskProps extends AskedAt {
  count: number;
  /** of how many there is an answer that one has not read */
  fresh: number;
}

export function CardAsk({ count, fresh, ...at }: CardAskProps) {
  const t = useTranslations('inquiries.card');
  if (!at.may && count === 0) return null;
  return (
    <Drawer
      anchor={askedAnchor(at.place.questionId)}
      label={count === 0 ? t('ask') : t('asked', { count })}
      news={fresh > 0 ? t('fresh') : null}
      loading={t('loading')}
      load={loadPanel}
    >
      {(part) => <part.OwnInquiries {...at} />}
    </Drawer>
  );
}
