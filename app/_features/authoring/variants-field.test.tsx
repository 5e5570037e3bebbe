// @vitest-environment happy-dom
/** A range that leaves something out may keep a distance from it too; one that leaves nothing out is not asked for that. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import authoring from '../../../messages/en/authoring.json' with { type: 'json' };
import { DrawnRows } from './variants-field.tsx';

afterEach(cleanup);

const set = vi.fn<(path: readonly (string | number)[], value: unknown) => void>();
function show(spec: object): void {
  set.mockReset();
  const written: Record<string, unknown> = { '': { b: spec }, b: spec };
  for (const [name, value] of Object.entries(spec)) written[`b.${name}`] = value;
  const block = {
    part: 'fences.variants',
    at: (path: readonly (string | number)[]) => written[path.join('.')],
    set,
    move: () => undefined,
    wrong: () => [],
    rest: () => [],
    setAll: () => undefined,
  };
  render(
    <NextIntlClientProvider locale="en" messages={{ authoring }}>
      <DrawnRows block={block} at={[]} take={() => undefined} />
    </NextIntlClientProvider>,
  );
}

it('the distance is asked for once something is left out, and is written as a number', () => {
  show({ from: -1, to: 1, step: 0.25 });
  expect(screen.queryByLabelText('Nor nearer than')).toBeNull();
  cleanup();
  show({ from: -1, to: 1, step: 0.25, not: 0 });
  const field = screen.getByLabelText('Nor nearer than');
  act(() => void fireEvent.change(field, { target: { value: '0.5' } }));
  expect(set).toHaveBeenCalledWith(['b', 'apart'], 0.5);
});

it('a distance that is written stays in sight', () => {
  show({ from: -1, to: 1, apart: 0.5 });
  expect(screen.getByLabelText('Nor nearer than')).toHaveProperty('value', '0.5');
});
