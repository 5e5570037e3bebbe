'use client';
/** Accounts, sorted by the links in the heads. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { listAddress } from '../../../../domain/list-page.ts';
import { HEAD, TableFrame } from '../../../_components/desk/data-table.tsx';
import type { MadeLink } from '../../../_components/desk/one-time-links.tsx';
import { type Account, COLUMNS, type PeopleSorted } from './account.ts';
import { PersonRow } from './person-row.tsx';

interface PeopleTableProps {
  people: readonly Account[];
  path: string;
  search: string;
  order: PeopleSorted;
  me: string;
  onLink(link: MadeLink): void;
  onChanged(): void;
}

export function PeopleTable({ people, path, search, order, me, onLink, onChanged }: PeopleTableProps) {
  const t = useTranslations('desk.admin');
  const sortOf = (by: PeopleSorted['by']) =>
    order.by === by ? (order.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const);
  const sortedBy = (by: PeopleSorted['by']): string =>
    listAddress(path, {
      q: search,
      sort: by === 'name' ? undefined : by,
      down: order.by === by && !order.down ? '1' : undefined,
    });
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
                <Link
                  href={sortedBy(by)}
                  prefetch={false}
                  className="hover:underline"
                  title={t('sortBy', { column: t(`column.${by}`) })}
                >
                  {t(`column.${by}`)} {order.by === by && <span aria-hidden>{order.down ? '↓' : '↑'}</span>}
                </Link>
              </th>
            ))}
            <th scope="col" className={HEAD}>
              <span className="sr-only">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} self={person.id === me} onLink={onLink} onChanged={onChanged} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
