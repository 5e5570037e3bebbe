/** Where each player has values of their own: that what host and wall show is one example, and how many were right. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../../domain/live/views.ts';

/** Under the question; nothing where all see the same. */
export function OwnNote({ view, large = false }: { view: Pick<ScreenView, 'ownValues'>; large?: boolean }) {
  const t = useTranslations('live');
  if (view.ownValues !== true) return null;
  return <p className={clsx('text-ink-2', large ? 'text-center' : 'text-[15px]')}>{t('ownExample')}</p>;
}

/** Numbers of one's own have answers of one's own: they are counted by whether they are right. */
export function OwnRight({
  view,
  large = false,
}: {
  view: Pick<ScreenView, 'rightShare' | 'reveal'>;
  large?: boolean;
}) {
  const t = useTranslations('live');
  const { right, of } = view.rightShare ?? { right: 0, of: 0 };
  const value = view.reveal?.value ?? null;
  return (
    <>
      <p className={large ? 'wall-head text-center' : 'text-[17px] tabular-nums'}>
        {of === 0 ? t('nobodyAnswered') : t('ownRight', { right, of })}
      </p>
      {/* the wall has a box for it */}
      {!large && value !== null && <p className="text-[17px] tabular-nums">{t('rightHere', { letters: value })}</p>}
    </>
  );
}

/** Whether the answers to a question can only be counted so. */
export const isCountedByRight = ({
  ownValues,
  distribution,
}: Pick<ScreenView, 'ownValues' | 'distribution'>): boolean =>
  ownValues === true && distribution !== null && distribution.length === 0;
