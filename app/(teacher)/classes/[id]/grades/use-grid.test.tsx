// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { KeyboardEvent, ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GradeCell } from '../../../../../domain/activities/cell.ts';
import type { ShownRow } from './use-grades.ts';
import { type CellAt, useGrid } from './use-grid.ts';

const CELL: GradeCell = {
  ...{ state: 'done', points: 1, maxPoints: 4, counts: true, days: 0, given: null, differs: false, until: null },
};
const row = (id: string, columns: readonly string[]): ShownRow => ({
  ...{ id, name: id, dropped: new Set(), cells: columns.map(() => CELL) },
  total: { share: 1, points: 1, maxPoints: 4, categories: [] },
});
const table = (students: readonly string[], columns: readonly string[]) => ({
  columns,
  rows: students.map((id) => row(id, columns)),
});
const wrapper = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="en" messages={{}}>
    {children}
  </NextIntlClientProvider>
);

function page(first: ReturnType<typeof table>) {
  const acts = { onLook: vi.fn(), onPoints: vi.fn(), onExcuse: vi.fn(), onUndo: vi.fn(), onAgain: vi.fn() };
  const active: CellAt = { student: 'ben', activity: 'oral' };
  const { result, rerender } = renderHook(
    (shown: ReturnType<typeof table>) => useGrid({ ...shown, ...acts, active, may: true, onActive: () => undefined }),
    { wrapper, initialProps: first },
  );
  const key = (name: string, more: Partial<KeyboardEvent> = {}): void => {
    const target = document.createElement('td');
    target.dataset.activity = 'oral';
    const event = { key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target, ...more };
    act(() => result.current.keyed({ ...event, preventDefault: () => undefined } as unknown as KeyboardEvent));
  };
  return { result, rerender, key, acts };
}

afterEach(cleanup);

describe('a cell that is typed in', () => {
  it('is that of its student and activity, wherever rows and columns stand by then', () => {
    const { result, rerender, key, acts } = page(table(['ada', 'ben'], ['test', 'oral']));
    expect(result.current.at).toEqual({ row: 1, column: 1 });
    key('7');
    // a colleague gives something that stands before it, and the order of the totals is another one
    rerender(table(['ben', 'eve', 'ada'], ['new', 'test', 'oral']));
    expect(result.current.at).toEqual({ row: 0, column: 2 });
    act(() => result.current.onTyped('down'));
    expect(acts.onPoints.mock.calls).toEqual([[{ student: 'ben', activity: 'oral' }, 7]]);
  });

  it('is nobody else’s where its student is gone, or what was given is taken back', () => {
    for (const [students, columns] of [
      [
        ['ada', 'eve'],
        ['test', 'oral'],
      ],
      [['ada', 'ben'], ['test']],
    ] as const) {
      const { result, rerender, key, acts } = page(table(['ada', 'ben'], ['test', 'oral']));
      key('7');
      rerender(table(students, columns));
      act(() => result.current.onTyped('down'));
      expect(acts.onPoints).not.toHaveBeenCalled();
      cleanup();
    }
  });

  it('undoes by Ctrl Z and does again by Ctrl Y or Ctrl Shift Z', () => {
    const { key, acts } = page(table(['ada', 'ben'], ['test', 'oral']));
    key('z', { ctrlKey: true });
    key('y', { ctrlKey: true });
    key('Z', { metaKey: true, shiftKey: true });
    expect([acts.onUndo.mock.calls.length, acts.onAgain.mock.calls.length]).toEqual([1, 2]);
  });
});
