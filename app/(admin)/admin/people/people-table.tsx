'use client';
/** Accounts, sorted by a click on a head. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HEAD, TableFrame } from '../../../_components/desk/data-table.tsx';
import type { MadeLink } from '../../../_components/desk/one-time-links.tsx';
import type { Account } from './account.ts';
import { PersonRow } from './person-row.tsx';

interface PeopleTableProps {
  people: readonly Account[];
  me: string;
  onLink(link: MadeLink): void;
  onChanged(): void;
}

const COLUMNS = ['name', 'login', 'role', 'state', 'since'] as const;
type Column = (typeof COLUMNS)[number];

const KEYS: Record<Column, (one: Account) => string> = {
  name: (one) => one.name,
  login: (one) => one.login,
  role: (one) => one.role,
  state: (one) => (one.disabled ? '1' : '0'),
  since: (one) => one.since,
};

export function PeopleTable({ people, me, onLink, onChanged }: PeopleTableProps) {
  const t = useTranslations('desk.admin');
  const [order, setOrder] = useState<{ by: Column; down: boolean }>({ by: 'name', down: false });
  const sign = order.down ? -1 : 1;
  const key = KEYS[order.by];
  const sorted = people.toSorted((a, b) => sign * key(a).localeCompare(key(b)) || a.name.localeCompare(b.name));
  const sortOf = (by: Column) =>
    order.by === by ? (order.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const);
  return (
    <TableFrame label={t('people')}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            {COLUMNS.map((by) => (
              <th
                key={by}
                scope="col"
                aria-sort={sortOf(by)}
                className={clsx(HEAD, 'whitespace-nowrap', by === 'name' && 'left-0 z-20')}
              >
                <button type="button" onClick={() => setOrder({ by, down: order.by === by && !order.down })}>
                  {t(`column.${by}`)} {order.by === by && <span aria-hidden>{order.down ? '↓' : '↑'}</span>}
                </button>
              </th>
            ))}
            <th scope="col" className={HEAD}>
              <span className="sr-only">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((person) => (
            <PersonRow key={person.id} person={person} self={person.id === me} onLink={onLink} onChanged={onChanged} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
