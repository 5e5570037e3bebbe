'use client';
/** The menu of the account: the places where the bar has no room for them, and the way out. Loaded once it may be opened. */
import Link from 'next/link';
import { signOut as endSignIn } from 'next-auth/react';
import { useLocale, useTranslations } from 'next-intl';
import { DropdownMenu } from 'radix-ui';
import { directionOf } from '../../_i18n/direction.ts';
import type { PageOf } from '../outbox/use-outbox.ts';
import { useSignOut } from '../outbox/use-sign-out.tsx';
import { ACCOUNT_BUTTON, AccountName } from './account-name.tsx';

export interface AccountMenuProps extends PageOf {
  name: string;
  /** shown on a phone only: a wider bar has them itself */
  places: readonly { label: string; href: string }[];
}

const ITEM = 'block cursor-pointer rounded-1 px-3 py-2 text-[14px] outline-none data-highlighted:bg-fill';

/** Opened to begin with. */
export function AccountItems({ name, places, ...page }: AccountMenuProps) {
  const t = useTranslations('common');
  const dir = directionOf(useLocale());
  const { signOut, dialog } = useSignOut(page, () =>
    endSignIn({ redirect: false }).then(
      () => true,
      () => false,
    ),
  );
  return (
    <DropdownMenu.Root defaultOpen dir={dir}>
      <DropdownMenu.Trigger className={ACCOUNT_BUTTON}>
        <AccountName name={name} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="z-40 min-w-44 rounded-2 border border-line bg-sheet p-1.5 shadow-sheet"
        >
          <DropdownMenu.Label className="px-3 py-1.5 text-[13px] text-ink-3">
            <bdi>{name}</bdi>
          </DropdownMenu.Label>
          {places.map((place) => (
            <DropdownMenu.Item key={place.href} asChild className={`${ITEM} sm:hidden`}>
              <Link href={place.href}>{place.label}</Link>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Item asChild className={ITEM}>
            <Link href="/account">{t('nav.ownAccount')}</Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={ITEM} onSelect={() => void signOut()}>
            {t('signOut')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
      {dialog}
    </DropdownMenu.Root>
  );
}
