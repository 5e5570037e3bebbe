'use client';
/** The keyboard in the grade book: which cell one is in, what is typed there, and where a key leads. */
import { useLocale } from 'next-intl';
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { readPoints } from '../../../../_features/activities/read-points.ts';
import { directionOf } from '../../../../_i18n/direction.ts';
import { beginsBy, movedBy, type Place } from './grid-keys.ts';
import { AFTER, type Typed, type Typing } from './typing.ts';
import type { ShownRow } from './use-grades.ts';

/** A cell by its names: it is the same one when rows or columns stand in another order, come or go. */
export interface CellAt {
  student: string;
  activity: string;
}

export interface GridActs {
  onActive(cell: CellAt): void;
  onLook(): void;
  /** null: what was given by hand is taken back */
  onPoints(cell: CellAt, points: number | null): void;
  onExcuse(cell: CellAt): void;
  onUndo(): void;
  onAgain(): void;
}

interface GridOf extends GridActs {
  rows: readonly ShownRow[];
  /** the activities, in the order in which they stand */
  columns: readonly string[];
  /** points may be changed */
  may: boolean;
  active: CellAt | undefined;
}

export interface Grid {
  frame: RefObject<HTMLDivElement | null>;
  /** the cell by which the keyboard comes in, or in which it is */
  at: Place;
  /** what is typed, in which cell */
  typing: (Typing & { cell: CellAt }) | undefined;
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
  const [typing, setTyping] = useState<Typing & { cell: CellAt }>();
  const focus = useFocus(frame, rows);
  const placeOf = (one: CellAt | undefined): Place | undefined => {
    if (one === undefined) return undefined;
    const place = { row: rows.findIndex(({ id }) => id === one.student), column: columns.indexOf(one.activity) };
    return place.row < 0 || place.column < 0 ? undefined : place;
  };
  const at = placeOf(active) ?? { row: 0, column: 0 };
  const cellAt = ({ row, column }: Place): CellAt | undefined => {
    const [student, activity] = [rows[row]?.id, columns[column]];
    return student === undefined || activity === undefined ? undefined : { student, activity };
  };
  const here = rows[at.row]?.cells[at.column];
  const cell = cellAt(at);

  const go = (to: Place): void => {
    const wanted = cellAt(to);
    if (wanted === undefined) return;
    of.onActive(wanted);
    // first it is one that takes the focus
    queueMicrotask(() => focus(wanted));
  };
  const begin = (text: string): void => {
    if (of.may && cell !== undefined && here !== undefined && here.state !== 'notTheirs')
      setTyping({ text, bad: false, cell });
  };
  const edit = (): void => begin(String(here?.given ?? here?.points ?? ''));
  const act = (begins: NonNullable<ReturnType<typeof beginsBy>>): void => {
    if (begins.type === 'look') of.onLook();
    if (!of.may || cell === undefined) return;
    if (begins.type === 'undo') of.onUndo();
    if (begins.type === 'again') of.onAgain();
    if (begins.type === 'typed') begin(begins.text);
    if (begins.type === 'edit') edit();
    if (begins.type === 'excuse') of.onExcuse(cell);
    if (begins.type === 'clear' && here !== undefined && here.given !== null) of.onPoints(cell, null);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.activity === undefined) return;
    const to = movedBy(event, at, { rows: rows.length, columns: columns.length }, rtl);
    const begins = to === undefined ? beginsBy(event) : undefined;
    if (to === undefined && begins === undefined) return;
    event.preventDefault();
    if (to !== undefined) go(to);
    if (begins !== undefined) act(begins);
  };
  const typed = (how: Typed): void => {
    if (typing === undefined) return;
    const points = readPoints(typing.text);
    if (how !== 'back' && how !== 'stay' && points === undefined) {
      setTyping({ ...typing, bad: true });
      return;
    }
    setTyping(undefined);
    // where that cell stands now; it may be gone meanwhile
    const place = placeOf(typing.cell);
    const was = place && rows[place.row]?.cells[place.column];
    if (place === undefined || was === undefined) return;
    // what is left as it stood is not set by hand
    const isNew = points !== undefined && points !== (was.given ?? was.points);
    if (how !== 'back' && isNew && !(points === null && was.given === null)) of.onPoints(typing.cell, points);
    if (how === 'stay') return;
    const to = { row: place.row + AFTER[how].row, column: place.column + AFTER[how].column };
    go({
      row: Math.min(rows.length - 1, to.row),
      column: Math.max(0, Math.min(columns.length - 1, to.column)),
    });
  };
  const latest = useRef(typed);
  latest.current = typed;
  // the same functions always: a row is drawn anew only when it has changed
  const listeners = useMemo(
    () => ({
      onTyped: (how: Typed): void => latest.current(how),
      onType: (text: string): void => setTyping((before) => before && { ...before, text, bad: false }),
    }),
    [],
  );
  const onCell = (target: EventTarget, how: 'focus' | 'press'): void => {
    const within = target instanceof HTMLElement ? target.closest<HTMLElement>('td[data-activity]') : null;
    const student = within?.closest<HTMLElement>('tr')?.dataset.row;
    const activity = within?.dataset.activity;
    if (student === undefined || activity === undefined) return;
    of.onActive({ student, activity });
    // a finger has no keys: what can be done stands beside
    if (how === 'press' && matchMedia('(pointer: coarse)').matches) of.onLook();
  };
  return { frame, at, typing, keyed, edit, onCell, ...listeners };
}

/** Puts the focus into a cell; of a large class only those in sight are laid out, so that one may have to be waited for. */
function useFocus(frame: RefObject<HTMLElement | null>, rows: readonly ShownRow[]): (to: CellAt) => void {
  const goal = useRef<CellAt>(undefined);
  const focus = useCallback(
    (to: CellAt): void => {
      const box = frame.current?.querySelector('section');
      const row = rows.findIndex(({ id }) => id === to.student);
      const cell = box?.querySelector<HTMLElement>(`[data-row="${to.student}"] [data-activity="${to.activity}"]`);
      goal.current = cell || row < 0 ? undefined : to;
      if (cell) cell.focus();
      else if (box && row >= 0) box.scrollTop = (box.scrollHeight * row) / rows.length;
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
