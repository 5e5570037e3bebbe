'use client';
/** What can be done with one thing of many, behind a button of three dots: arrow keys, letters and Escape as in any menu. */
import { useLocale } from 'next-intl';
import { DropdownMenu } from 'radix-ui';
import { directionOf } from '../_i18n/direction.ts';

export interface MenuAction {
  id: string;
  label: string;
  /** it is told why not, or it is plain why not */
  idle?: boolean;
  act(): void;
}

/** @param label of the button, for who does not see what it stands at */
export function ActionMenu({ label, actions }: { label: string; actions: readonly MenuAction[] }) {
  const dir = directionOf(useLocale());
  return (
    <DropdownMenu.Root dir={dir}>
      <DropdownMenu.Trigger
        aria-label={label}
        title={label}
        className="grid size-9 shrink-0 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink"
      >
        <span aria-hidden>⋯</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          // what is done may put the focus where it goes on
          onCloseAutoFocus={(event) => {
            if (document.activeElement !== document.body) event.preventDefault();
          }}
          className="z-60 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-[min(24rem,calc(100vw-2rem))] overflow-y-auto rounded-2 border border-line bg-sheet p-1.5 shadow-sheet"
        >
          {actions.map(({ id, label: words, idle = false, act }) => (
            <DropdownMenu.Item
              key={id}
              disabled={idle}
              onSelect={act}
              className="block cursor-pointer truncate rounded-1 px-3 py-2 text-[14px] outline-none data-disabled:cursor-default data-disabled:text-ink-3 data-highlighted:bg-fill"
            >
              {words}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
