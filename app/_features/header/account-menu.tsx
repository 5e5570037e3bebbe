'use client';
/** The account in the header. Its menu is loaded when the page is first moved or touched, and takes this button's place when it opens. */
import { useEffect, useState } from 'react';
import { useLate } from '../../_late/late.ts';
import { useNear } from '../../_late/use-near.ts';
import type { AccountMenuProps } from './account-items.tsx';
import { ACCOUNT_BUTTON, AccountName } from './account-name.tsx';

/** What somebody came for goes first. */
const QUIET_MS = 3_000;
const loadItems = async () => (await import('./account-items.tsx')).AccountItems;

export function AccountMenu(props: AccountMenuProps) {
  const [wanted, setWanted] = useState(false);
  const { place, near } = useNear<HTMLButtonElement>();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!near) return;
    const timer = setTimeout(() => setQuiet(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [near]);
  const { part: Items } = useLate(quiet || wanted ? loadItems : undefined);
  if (wanted && Items !== undefined) return <Items {...props} />;
  return (
    <button
      ref={place}
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      className={ACCOUNT_BUTTON}
      onClick={() => setWanted(true)}
      onKeyDown={(event) => event.key === 'ArrowDown' && setWanted(true)}
    >
      <AccountName name={props.name} />
    </button>
  );
}
