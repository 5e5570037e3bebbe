// @vitest-environment happy-dom
/** The formula of a key, written typeset: what is stored of it, and where it stays plain text. */
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { PATIENT } from '../../../tests/support/guard.ts';
import { DrawnNames } from './drawn-names.ts';
import { FormulaField } from './formula-field.tsx';

const field = vi.hoisted(() => ({ write: (_latex: string): void => undefined, shown: '' }));
vi.mock('../../_late/use-near.ts', () => ({ useNear: () => ({ place: { current: null }, near: true }) }));
vi.mock('../../_kinds/maths/mathlive.ts', async (original) => ({
  ...(await original<typeof import('../../_kinds/maths/mathlive.ts')>()),
  mathlive: async () => undefined,
  createField: async (value: string, onChange: (latex: string) => void) => {
    field.write = onChange;
    field.shown = value;
    return Object.assign(document.createElement('math-field'), {
      value,
      setValue(now: string) {
        field.shown = now;
      },
    });
  },
}));

const set = vi.fn();
afterEach(() => {
  cleanup();
  set.mockReset();
});

interface Asked {
  stored?: unknown;
  typeset?: boolean;
  drawn?: string[];
}
function form({ stored, typeset = true, drawn = [] }: Asked) {
  const block = {
    part: 'fences.parts',
    at: () => stored,
    set,
    move: () => undefined,
    wrong: () => [],
    rest: () => [],
    setAll: () => undefined,
  };
  return (
    <DrawnNames value={drawn}>
      <FormulaField block={block} path={['equals']} label="Formula" variables={['x', 'y']} typeset={typeset} />
    </DrawnNames>
  );
}
const mathField = () =>
  waitFor(() => {
    const found = document.querySelector('math-field');
    expect(found).not.toBeNull();
    return found;
  }, PATIENT);

it('shows what is stored typeset, and stores what is written in plain signs', async () => {
  render(form({ stored: 'x^2 + 1/2' }));
  expect((await mathField())?.getAttribute('aria-label')).toBe('Formula');
  expect(field.shown).toContain('\\frac{1}{2}');
  await act(async () => field.write('\\frac{x^{2}}{y}'));
  await waitFor(() => expect(set).toHaveBeenCalled(), PATIENT);
  const [path, stored] = set.mock.calls.at(-1) ?? [];
  expect(path).toEqual(['equals']);
  expect(stored).not.toContain('\\');
  expect(String(stored).replaceAll(' ', '')).toBe('x^2/y');
});

it('stores a number as one, and what cannot be read yet as it was written', async () => {
  render(form({}));
  await mathField();
  await act(async () => field.write('12'));
  expect(set).toHaveBeenLastCalledWith(['equals'], 12);
  await act(async () => field.write('\\frac{x}{}'));
  await waitFor(() => expect(set).toHaveBeenLastCalledWith(['equals'], '\\frac{x}{}'), PATIENT);
});

it('stays the field in which somebody writes, also while what they write cannot be read', async () => {
  const { rerender } = render(form({}));
  const there = await mathField();
  for (const latex of ['x^{2}', 'x^{2}+', 'x^{2}+\\frac{1}{}', 'x^{2}+\\frac{1}{2}']) {
    await act(async () => field.write(latex));
    await waitFor(() => expect(set).toHaveBeenCalled(), PATIENT);
    rerender(form({ stored: set.mock.calls.at(-1)?.[1] }));
    expect(document.querySelector('math-field')).toBe(there);
  }
  await waitFor(() => expect(String(set.mock.calls.at(-1)?.[1]).replaceAll(' ', '')).toBe('x^2+1/2'), PATIENT);
});

it('is plain text where its author likes that, and where values are drawn', async () => {
  for (const asked of [{ stored: 'x', typeset: false }, { stored: 'x', drawn: ['a'] }, { stored: '{2a}x' }]) {
    render(form(asked));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Formula' }).value).toBe(asked.stored);
    await act(async () => undefined);
    expect(document.querySelector('math-field')).toBeNull();
    cleanup();
  }
});
