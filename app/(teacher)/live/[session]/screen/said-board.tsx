/** What people said in their own words, as far as their host lets the class see it. */
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { SaidShown } from '../../../../_features/live/said-shown.tsx';

export function SaidBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live.open');
  const { said, phase, answered } = view;
  if (said === null) return null;
  if (!said.shown)
    return phase === 'reveal' ? <p className="wall-head text-center">{t('notShown', { answered })}</p> : null;
  if (said.entries.length === 0) return <p className="text-center text-ink-2">{t('none')}</p>;
  return <SaidShown said={said} />;
}
