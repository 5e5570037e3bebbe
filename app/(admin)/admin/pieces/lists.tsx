'use client';
/** Tables, long lists, what opens below itself, and what stands where nothing is. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { placeInList } from '../../../../domain/list-page.ts';
import { DateTime } from '../../../_ui/date-time.tsx';
import { Drawer } from '../../../_ui/drawer.tsx';
import { ListPages, ListSearch, NothingFound } from '../../../_ui/list-search.tsx';
import { Shelves } from '../../../_ui/shelves.tsx';
import { type DataColumn, DataTable, type TableOrder } from '../../../_ui/table/data-table.tsx';
import { PlainTable } from '../../../_ui/table/plain-table.tsx';
import { Row as Beside, Piece, Shelf } from './shelf.tsx';

interface Person {
  name: string;
  points: number;
}
/** Names that are long, short, and run the other way. */
const PEOPLE: readonly Person[] = [
  { name: 'Ada Lovelace', points: 12 },
  { name: 'فاطمة الزهراء', points: 9 },
  { name: 'Karoline-Wilhelmine von Hohenberg-Oppenheimer', points: 0 },
  { name: 'Bo', points: 12 },
];
const MANY: readonly Person[] = Array.from({ length: 300 }, (_, at) => ({
  name: `Student ${at + 1}`,
  points: at % 13,
}));
const COLUMNS: readonly DataColumn<Person>[] = [
  { id: 'name', accessorFn: ({ name }) => name, cell: ({ row }) => <bdi>{row.original.name}</bdi> },
  {
    id: 'points',
    accessorFn: ({ points }) => points,
    cell: ({ row }) => row.original.points,
    meta: { head: 'text-end!', cell: 'text-end tabular-nums' },
  },
];
const PATH = '/admin/pieces';
/** The second of three pages. */
const PLACE = placeInList(120, 2);
const MORE = { of: 'mine' };

/** What a drawer loads: here nothing, or something that never comes. */
const nothingMore = (): Promise<null> => Promise.resolve(null);
const never = (): Promise<null> => new Promise(() => undefined);

const SHELVES = ['all', 'open', 'done'] as const;

export function Lists() {
  const t = useTranslations('desk.pieces');
  const [order, setOrder] = useState<TableOrder>({ by: 'name', down: false });
  const head = (by: string) => (
    <button
      type="button"
      className="min-h-9 underline decoration-line underline-offset-4"
      onClick={() => setOrder((now) => ({ by, down: now.by === by && !now.down }))}
    >
      {t('column', { column: by })}
    </button>
  );
  const table = { columns: COLUMNS, idOf: ({ name }: Person) => name, head, order, ordered: { alike: ['name'] } };
  return (
    <Shelf title={t('lists')}>
      <Piece called={t('sorted')}>
        <DataTable label={t('sorted')} rows={PEOPLE} {...table} />
      </Piece>
      <Piece called={t('long')}>
        <div className="max-h-72 overflow-auto">
          <DataTable label={t('long')} rows={MANY} {...table} />
        </div>
      </Piece>
      <Piece called={t('plain')}>
        <PlainTable
          label={t('plain')}
          rows={PEOPLE}
          idOf={({ name }) => name}
          columns={[
            { id: 'name', title: t('column', { column: 'name' }), names: true, show: ({ name }) => <bdi>{name}</bdi> },
            { id: 'points', title: t('column', { column: 'points' }), show: ({ points }) => points },
          ]}
        />
      </Piece>
      <Piece called={t('drawer')}>
        <Drawer anchor="drawer" label={t('drawer')} news={null} loading={t('drawerComes')} load={nothingMore}>
          {() => t('drawerText')}
        </Drawer>
      </Piece>
      <Piece called={t('drawerNew')}>
        <Drawer
          anchor="drawer-new"
          label={t('drawer')}
          news={t('news')}
          printed
          loading={t('drawerComes')}
          load={never}
        >
          {() => t('drawerText')}
        </Drawer>
      </Piece>
      <Piece called={t('shelves')}>
        <Shelves label={t('shelves')} path={PATH} shelves={SHELVES} shown="open" nameOf={(one) => t(`shelf.${one}`)} />
      </Piece>
      <Piece called={t('search')}>
        <ListSearch path={PATH} search="" place={PLACE} label={t('searchLabel')} more={MORE} />
        <ListPages path={PATH} search="" place={PLACE} more={MORE} />
      </Piece>
      <Piece called={t('nothing')}>
        <NothingFound path={PATH} search="Ada" />
      </Piece>
      <Piece called={t('times')}>
        <Beside>
          {(['moment', 'dated', 'day', 'clock'] as const).map((form) => (
            <DateTime key={form} iso="2026-03-14T09:26:53.589Z" form={form} />
          ))}
          <DateTime iso="2026-03-14T09:26:53.589Z" form="full" zone="Asia/Kathmandu" />
        </Beside>
      </Piece>
    </Shelf>
  );
}
