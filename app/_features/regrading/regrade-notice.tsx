/** Says that answers were graded before the lesson was corrected, and leads to the regrade. */
import { useTranslations } from 'next-intl';
import { ButtonLink } from '../../_ui/button.tsx';

export function RegradeNotice({ count, href }: { count: number; href: string }) {
  const t = useTranslations('desk.regrade');
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-[10px] bg-wait-soft px-4 py-2.5 text-[14px] text-wait">
      <span>
        <span aria-hidden>✎ </span>
        {t('offer', { count })}
      </span>
      <ButtonLink size="small" href={href} prefetch={false}>
        {t('offerLink')}
      </ButtonLink>
    </p>
  );
}
