// @vitest-environment happy-dom
/** Tables of the desk: what they say of their order, and which of their rows are laid out. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DataColumn, DataTable, type TableOrder } from './data-table.tsx';
import { type PlainColumn, PlainTable } from './plain-table.tsx';

interface Person {
  id: string;
  name: string;
  points: number;
}

const COLUMNS: readonly DataColumn<Person>[] = [
  {
    id: 'name',
    accessorFn: (_, index) => index,
    sortFn: 'basic',
    cell: ({ row }) => row.original.name,
    meta: { names: true },
  },
  {
    id: 'points',
    accessorFn: ({ points }) => points,
    sortFn: 'basic',
    cell: ({ row }) => <input aria-label={row.original.name} defaultValue={row.original.points} />,
  },
  { id: 'acts', cell: () => null },
];
const FEW: readonly Person[] = [
  { id: 'a', name: 'Ada', points: 2 },
  { id: 'b', name: 'Bea', points: 3 },
  { id: 'c', name: 'Cem', points: 2 },
];
const MANY: readonly Person[] = Array.from({ length: 1_000 }, (_, index) => ({
  id: `p${index}`,
  name: `Person ${index}`,
  points: index,
}));
/** As high as the box of a table is in these tests, and a row. */
const [BOX, ROW] = [450, 45];

function table(rows: readonly Person[], order?: TableOrder, ordered?: true | { alike: string[] }) {
  return (
    <DataTable
      label="People"
      columns={COLUMNS}
      rows={rows}
      idOf={({ id }) => id}
      head={(id) => id}
      {...(order === undefined ? {} : { order })}
      {...(ordered === undefined ? {} : { ordered })}
    />
  );
}

const names = (): (string | null)[] => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

beforeEach(() => {
  // nothing is laid out here
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(BOX);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(MANY.length * ROW);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW);
});
afterEach(cleanup);

describe('a table of few rows', () => {
  it('shows all of them in the order in which they come, and says by which column that is', () => {
    render(table(FEW, { by: 'points', down: true }));
    expect(names()).toEqual(['Ada', 'Bea', 'Cem']);
    expect(screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'))).toEqual([
      'none',
      'descending',
      null,
    ]);
    expect(screen.getByRole('table').hasAttribute('aria-rowcount')).toBe(false);
    expect(screen.getByRole('region', { name: 'People' }).tabIndex).toBe(0);
  });

  it('brings them into an order itself, and those that are alike the same way round', () => {
    const { rerender } = render(table(FEW, { by: 'points', down: false }, { alike: ['name'] }));
    expect(names()).toEqual(['Ada', 'Cem', 'Bea']);
    rerender(table(FEW, { by: 'points', down: true }, { alike: ['name'] }));
    expect(names()).toEqual(['Bea', 'Cem', 'Ada']);
    rerender(table(FEW, { by: 'name', down: true }, { alike: ['name'] }));
    expect(names()).toEqual(['Cem', 'Bea', 'Ada']);
  });

  it('keeps what is typed in a row when other rows come', () => {
    const { rerender } = render(table(FEW));
    const field = screen.getByRole('textbox', { name: 'Bea' });
    fireEvent.change(field, { target: { value: '17' } });
    rerender(table([...FEW.slice(1), { id: 'd', name: 'Dor', points: 0 }]));
    expect(screen.getByRole('textbox', { name: 'Bea' })).toBe(field);
    expect(names()).toEqual(['Bea', 'Cem', 'Dor']);
  });

  it('that nobody sorts needs no script', () => {
    const columns: PlainColumn<Person>[] = [
      { id: 'name', title: 'Name', names: true, show: ({ name }) => name },
      { id: 'points', title: 'Points', show: ({ points }) => points },
    ];
    render(<PlainTable label="People" columns={columns} rows={FEW} idOf={({ id }) => id} />);
    expect(names()).toEqual(['Ada', 'Bea', 'Cem']);
    expect(within(screen.getByRole('row', { name: 'Bea 3' })).getByRole('cell').textContent).toBe('3');
  });
});

describe('a table of many rows', () => {
  it('is laid out by the server as a look at it', () => {
    const markup = renderToStaticMarkup(table(MANY));
    expect(markup.match(/data-row=/g)).toHaveLength(8);
    expect(markup).toContain('aria-rowcount="1001"');
  });

  it('lays out the rows around those in sight, each with its place, and keeps the one that has the focus', () => {
    render(table(MANY));
    const box = screen.getByRole('region', { name: 'People' });
    const first = names().length;
    expect(first).toBeGreaterThanOrEqual(BOX / ROW);
    expect(first).toBeLessThan(60);
    const field = screen.getByRole('textbox', { name: 'Person 3' });
    act(() => field.focus());
    act(() => {
      box.scrollTop = 20_000;
      box.dispatchEvent(new Event('scroll'));
    });
    expect(names()[0]).toBe('Person 3');
    expect(names()).toContain('Person 446');
    expect(names()).not.toContain('Person 100');
    expect(names().length).toBeLessThan(60);
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole('textbox', { name: 'Person 446' }).closest('tr')?.getAttribute('aria-rowindex')).toBe(
      '448',
    );
  });

  it('that becomes a short one and long again still shows what is in sight', () => {
    const { rerender } = render(table(MANY));
    rerender(table(FEW));
    expect(names()).toEqual(['Ada', 'Bea', 'Cem']);
    rerender(table(MANY));
    expect(names()[0]).toBe('Person 0');
    expect(names().length).toBeLessThan(60);
  });

  it('is printed whole', () => {
    render(table(MANY));
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(names()).toHaveLength(MANY.length);
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(names().length).toBeLessThan(60);
  });
});
