// @vitest-environment happy-dom
/** Moving by keys: each step is told, and Escape takes all of them back. */
import { act, cleanup, renderHook } from '@testing-library/react';
import type { KeyboardEvent } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { type LiftStep, useLift } from './use-lift.ts';

afterEach(cleanup);

function lifting(first: string[]) {
  const steps: [LiftStep, string, string][] = [];
  let order: readonly string[] = first;
  const hook = renderHook(() =>
    useLift(order, (step, letter, next) => {
      steps.push([step, letter, next.join('')]);
      order = next;
    }),
  );
  const press = (letter: string, key: string): boolean => {
    const preventDefault = vi.fn();
    act(() => hook.result.current.onKeyDown(letter, { key, preventDefault } as unknown as KeyboardEvent));
    hook.rerender();
    return preventDefault.mock.calls.length > 0;
  };
  const toggle = (letter: string): void => {
    act(() => hook.result.current.toggle(letter));
    hook.rerender();
  };
  return { steps, press, toggle, lifted: () => hook.result.current.letter, order: () => order.join('') };
}

it('picks up, moves and puts down, and leaves keys alone that it does not use', () => {
  const { steps, press, toggle, lifted } = lifting(['A', 'B', 'C']);
  expect(press('A', 'ArrowDown')).toBe(false);
  toggle('A');
  expect(lifted()).toBe('A');
  expect(press('A', 'ArrowDown')).toBe(true);
  expect(press('A', 'Tab')).toBe(false);
  expect(press('B', 'ArrowDown')).toBe(false);
  expect(press('A', 'End')).toBe(true);
  // no farther than the end
  press('A', 'ArrowDown');
  toggle('A');
  expect(lifted()).toBeNull();
  expect(steps).toEqual([
    ['lifted', 'A', 'ABC'],
    ['moved', 'A', 'BAC'],
    ['moved', 'A', 'BCA'],
    ['moved', 'A', 'BCA'],
    ['dropped', 'A', 'BCA'],
  ]);
});

it('Escape takes it back to where it was, and only then something else happens at Escape', () => {
  const { steps, press, toggle, order, lifted } = lifting(['A', 'B', 'C']);
  toggle('C');
  press('C', 'ArrowUp');
  press('C', 'Home');
  expect(order()).toBe('CAB');
  expect(press('C', 'Escape')).toBe(true);
  expect([order(), lifted(), steps.at(-1)]).toEqual(['ABC', null, ['back', 'C', 'ABC']]);
  expect(press('C', 'Escape')).toBe(false);
});
