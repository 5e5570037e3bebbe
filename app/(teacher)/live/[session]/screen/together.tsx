/** What a class did together, where the wall shows no names. */
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../../../../domain/live/views.ts';

export function Together({ together }: { together: ScreenView['together'] }) {
  const t = useTranslations('live.screen');
  if (together === null || together.of === 0) return null;
  const share = together.right / together.of;
  return (
    <section className="grid justify-items-center gap-[calc(24*var(--u))] text-center">
      <p className="font-semibold text-[length:calc(180*var(--u))] text-violet-ink tabular-nums leading-none">
        {t('togetherShare', { share })}
      </p>
      <p className="text-[length:calc(48*var(--u))]">{t('together', { right: together.right, of: together.of })}</p>
      <div className="h-[calc(24*var(--u))] w-[calc(1100*var(--u))] overflow-hidden rounded-full bg-line" aria-hidden>
        <div className="h-full rounded-full bg-violet" style={{ width: `${share * 100}%` }} />
      </div>
    </section>
  );
}
