'use client';
/** The account in the header: initials, and the way out. */
import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { DropdownMenu } from 'radix-ui';

export function SignOut({ name }: { name: string }) {
  const t = useTranslations('common');
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="grid size-9 shrink-0 place-items-center rounded-full bg-fill font-[550] text-[13px] text-ink-2">
        <span aria-hidden>{initials}</span>
        <span className="sr-only">{t('nav.account', { name })}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="z-40 min-w-44 rounded-2 border border-line bg-sheet p-1.5 shadow-sheet"
        >
          <DropdownMenu.Label className="px-3 py-1.5 text-[13px] text-ink-3">{name}</DropdownMenu.Label>
          <DropdownMenu.Item
            className="cursor-pointer rounded-1 px-3 py-2 text-[14px] outline-none data-highlighted:bg-fill"
            onSelect={() => void signOut({ redirect: false }).then(() => location.assign('/'))}
          >
            {t('signOut')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
