'use client';
/** How the account looks in the header: initials, and the name for whoever listens. */
import { useTranslations } from 'next-intl';

export const ACCOUNT_BUTTON =
  'grid size-9 shrink-0 place-items-center rounded-full bg-fill font-[550] text-[13px] text-ink-2';

export function AccountName({ name }: { name: string }) {
  const t = useTranslations('common');
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <>
      <span aria-hidden>{initials}</span>
      <span className="sr-only">{t('nav.account', { name })}</span>
    </>
  );
}
