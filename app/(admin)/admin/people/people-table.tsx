'use client';
/** Accounts, sorted by the links in the heads. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { listAddress } from '../../../../domain/list-page.ts';
import { DataTable } from '../../../_ui/table/data-table.tsx';
import { type Account, COLUMNS, type PeopleSorted } from './account.ts';
import { PERSON_COLUMNS } from './person-cells.tsx';
import { PersonAround } from './person-row.tsx';

interface PeopleTableProps {
  people: readonly Account[];
  path: string;
  search: string;
  order: PeopleSorted;
}

export function PeopleTable({ people, path, search, order }: PeopleTableProps) {
  const t = useTranslations('desk.admin');
  const sortedBy = (by: string): string =>
    listAddress(path, {
      q: search,
      sort: by === 'name' ? undefined : by,
      down: order.by === by && !order.down ? '1' : undefined,
    });
  const head = (by: string) => {
    const sorts = COLUMNS.find((one) => one === by);
    if (sorts === undefined) return <span className="sr-only">{t('column.actions')}</span>;
    const column = t(`column.${sorts}`);
    return (
      <Link href={sortedBy(by)} prefetch={false} className="hover:underline" title={t('sortBy', { column })}>
        {column} {order.by === by && <span aria-hidden>{order.down ? '↓' : '↑'}</span>}
      </Link>
    );
  };
  return (
    <DataTable
      label={t('people')}
      columns={PERSON_COLUMNS}
      rows={people}
      idOf={({ id }) => id}
      head={head}
      order={order}
      Around={PersonAround}
    />
  );
}
