'use client';
/** The keyboard in the grade book: which cell one is in, what is typed there, and where a key leads. */
import { useLocale } from 'next-intl';
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { readPoints } from '../../../../_features/activities/read-points.ts';
import { directionOf } from '../../../../_i18n/direction.ts';
import { beginsBy, movedBy, type Place } from './grid-keys.ts';
import { AFTER, type Typed, type Typing } from './typing.ts';
import type { ShownRow } from './use-grades.ts';

/** A cell by its names. */
export interface CellAt {
  student: string;
  column: number;
}

export interface GridActs {
  onActive(cell: CellAt): void;
  onLook(): void;
  /** null: what was given by hand is taken back */
  onPoints(cell: CellAt, points: number | null): void;
  onExcuse(cell: CellAt): void;
  onUndo(): void;
}

interface GridOf extends GridActs {
  rows: readonly ShownRow[];
  columns: number;
  /** points may be changed */
  may: boolean;
  active: CellAt | undefined;
}

export interface Grid {
  frame: RefObject<HTMLDivElement | null>;
  /** the cell by which the keyboard comes in, or in which it is */
  at: Place;
  typing: Typing | undefined;
  keyed(event: KeyboardEvent): void;
  /** begins to type in the cell in which one is */
  edit(): void;
  /** something inside is come to, by keyboard or with a pointer */
  onCell(target: EventTarget, how: 'focus' | 'press'): void;
  onType(text: string): void;
  onTyped(how: Typed): void;
}

export function useGrid(of: GridOf): Grid {
  const { rows, columns, active } = of;
  const rtl = directionOf(useLocale()) === 'rtl';
  const frame = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<Typing>();
  const focus = useFocus(frame, rows);
  const row = active === undefined ? -1 : rows.findIndex(({ id }) => id === active.student);
  const at: Place = { row: Math.max(0, row), column: row < 0 ? 0 : (active?.column ?? 0) };
  const here = rows[at.row]?.cells[at.column];
  const cell: CellAt | undefined = rows[at.row] && { student: rows[at.row]?.id ?? '', column: at.column };

  const go = (to: Place): void => {
    const student = rows[to.row]?.id;
    if (student === undefined) return;
    of.onActive({ student, column: to.column });
    // first it is one that takes the focus
    queueMicrotask(() => focus(to));
  };
  const begin = (text: string): void => {
    if (of.may && here !== undefined && here.state !== 'notTheirs') setTyping({ text, bad: false });
  };
  const edit = (): void => begin(String(here?.given ?? here?.points ?? ''));
  const act = (begins: NonNullable<ReturnType<typeof beginsBy>>): void => {
    if (begins.type === 'look') of.onLook();
    if (!of.may || cell === undefined) return;
    if (begins.type === 'undo') of.onUndo();
    if (begins.type === 'typed') begin(begins.text);
    if (begins.type === 'edit') edit();
    if (begins.type === 'excuse') of.onExcuse(cell);
    if (begins.type === 'clear' && here !== undefined && here.given !== null) of.onPoints(cell, null);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.column === undefined) return;
    const to = movedBy(event, at, { rows: rows.length, columns }, rtl);
    const begins = to === undefined ? beginsBy(event) : undefined;
    if (to === undefined && begins === undefined) return;
    event.preventDefault();
    if (to !== undefined) go(to);
    if (begins !== undefined) act(begins);
  };
  const typed = (how: Typed): void => {
    if (typing === undefined || cell === undefined) return;
    const points = readPoints(typing.text);
    if (how !== 'back' && how !== 'stay' && points === undefined) {
      setTyping({ ...typing, bad: true });
      return;
    }
    setTyping(undefined);
    // what is left as it stood is not set by hand
    const isNew = points !== undefined && points !== (here?.given ?? here?.points ?? null);
    if (how !== 'back' && isNew && !(points === null && here?.given === null)) of.onPoints(cell, points);
    if (how === 'stay') return;
    const to = { row: at.row + AFTER[how].row, column: at.column + AFTER[how].column };
    go({
      row: Math.min(rows.length - 1, to.row),
      column: Math.max(0, Math.min(columns - 1, to.column)),
    });
  };
  const latest = useRef(typed);
  latest.current = typed;
  // the same functions always: a row is drawn anew only when it has changed
  const listeners = useMemo(
    () => ({
      onTyped: (how: Typed): void => latest.current(how),
      onType: (text: string): void => setTyping({ text, bad: false }),
    }),
    [],
  );
  const onCell = (target: EventTarget, how: 'focus' | 'press'): void => {
    const within = target instanceof HTMLElement ? target.closest<HTMLElement>('td[data-column]') : null;
    const student = within?.closest<HTMLElement>('tr')?.dataset.row;
    if (within === null || student === undefined) return;
    of.onActive({ student, column: Number(within.dataset.column) });
    // a finger has no keys: what can be done stands beside
    if (how === 'press' && matchMedia('(pointer: coarse)').matches) of.onLook();
  };
  return { frame, at, typing, keyed, edit, onCell, ...listeners };
}

/** Puts the focus into a cell; of a large class only those in sight are laid out, so that one may have to be waited for. */
function useFocus(frame: RefObject<HTMLElement | null>, rows: readonly ShownRow[]): (to: Place) => void {
  const goal = useRef<Place>(undefined);
  const focus = useCallback(
    (to: Place): void => {
      const box = frame.current?.querySelector('section');
      const name = rows[to.row]?.id;
      const cell = box?.querySelector<HTMLElement>(`[data-row="${name}"] [data-column="${to.column}"]`);
      goal.current = cell ? undefined : to;
      if (cell) cell.focus();
      else if (box) box.scrollTop = (box.scrollHeight * to.row) / rows.length;
    },
    [frame, rows],
  );
  useLayoutEffect(() => {
    const waits = goal.current;
    if (waits === undefined) return;
    const id = requestAnimationFrame(() => focus(waits));
    return () => cancelAnimationFrame(id);
  });
  return focus;
}
