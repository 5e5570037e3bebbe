/** Where one was; or, where nothing is begun, where to begin. */
import { useTranslations } from 'next-intl';
import type { GoOn } from '../../_data/student-home.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';

interface GoOnCardProps {
  goOn: GoOn | undefined;
  /** the first that there is to do; null: there is nothing */
  first: { title: string; href: string } | null;
}

export function GoOnCard({ goOn, first }: GoOnCardProps) {
  const t = useTranslations('home.goOn');
  if (goOn === undefined && first === null) return null;
  const { title, href } = goOn ?? first ?? { title: '', href: '' };
  return (
    <section
      aria-label={t(goOn === undefined ? 'begin' : 'title')}
      className="rounded-2 border border-violet bg-sheet p-5"
    >
      <p className="font-[550] text-[13px] text-violet-ink">{t(goOn === undefined ? 'begin' : 'title')}</p>
      <h2 className="mt-1 font-semibold text-[19px] leading-snug [overflow-wrap:anywhere]">
        <bdi>{title}</bdi>
      </h2>
      {goOn !== undefined && (
        <p className="mt-0.5 text-[14px] text-ink-2 [overflow-wrap:anywhere]">
          <bdi>{goOn.question}</bdi>
          {goOn.stands !== null && (
            <>
              {': '}
              {typeof goOn.stands === 'string' ? t(goOn.stands) : t.rich('points', { ...goOn.stands, ...BDI })}
            </>
          )}
        </p>
      )}
      <p className="mt-3.5 flex flex-wrap items-center gap-x-4 gap-y-2 text-[13px] text-ink-3">
        <ButtonLink look="first" href={href} prefetch={false}>
          {t(goOn === undefined ? 'doBegin' : 'do')}
        </ButtonLink>
        {goOn?.draftedAt != null && (
          <span>
            {t('drafted')} <DateTime iso={goOn.draftedAt} />
          </span>
        )}
      </p>
    </section>
  );
}
