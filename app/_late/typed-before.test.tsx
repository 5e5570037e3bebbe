// @vitest-environment happy-dom
/** What was typed into what the server had sent is told when the page's scripts wake up over it. */
import { act } from '@testing-library/react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { useAllTypedBefore, useTypedBefore } from './typed-before.ts';

const told = vi.fn();
const nothing = (): void => undefined;
afterEach(() => told.mockReset());

function One({ value }: { value: string }) {
  return <input ref={useTypedBefore<HTMLInputElement>(value, told)} value={value} onChange={nothing} />;
}

function Several({ values }: { values: Record<string, string> }) {
  return (
    <section ref={useAllTypedBefore<HTMLElement>(values, told)}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} data-field={name} value={value} onChange={nothing} />
      ))}
    </section>
  );
}

/** The page as the server sends it, with what is typed before it wakes up. */
async function wake(page: ReactNode, typed: readonly (string | undefined)[]): Promise<void> {
  const place = document.body.appendChild(document.createElement('main'));
  place.innerHTML = renderToString(page);
  const fields = place.querySelectorAll('input');
  for (const [at, text] of typed.entries()) {
    const field = fields[at];
    if (field !== undefined && text !== undefined) field.value = text;
  }
  await act(async () => void hydrateRoot(place, page));
}

it('of one field', async () => {
  await wake(<One value="2" />, ['2.5']);
  expect(told.mock.calls).toEqual([['2.5']]);
});

it('of several at once, and only what is new', async () => {
  await wake(<Several values={{ a: '', b: 'kept', c: '' }} />, ['x', undefined, 'z']);
  expect(told.mock.calls).toEqual([[{ a: 'x', c: 'z' }]]);
});

it('nothing where nothing was typed', async () => {
  await wake(<One value="2" />, []);
  await wake(<Several values={{ a: '1' }} />, []);
  expect(told).not.toHaveBeenCalled();
});
