// @vitest-environment happy-dom
/** A file that is handed in: when it is looked at, what is open meanwhile, and what is said where it cannot be. */
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { MOST } from '../../../domain/exchange/limits.ts';
import refusals from '../../../messages/en/refusals.json' with { type: 'json' };
import { PATIENT } from '../../../tests/support/guard.ts';
import { loadImportWords } from '../../_i18n/import-words.ts';
import { useLookedFile } from './use-looked-file.ts';

vi.mock('../../_i18n/import-words.ts', () => ({ loadImportWords: vi.fn(async () => ({})) }));

const ask = vi.fn<(file: string, how: string | undefined) => Promise<{ looked: string } | undefined>>();
const onBegin = vi.fn();
const onLooked = vi.fn();

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  ask.mockReset();
});

const Page = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="en" messages={{ refusals }}>
    {children}
  </NextIntlClientProvider>
);
function hook(busy = false) {
  const large = (most: number) => `more than ${most}`;
  const asked = { busy, ask, reading: 'reading', large, onBegin, onLooked };
  return renderHook(() => useLookedFile<string, string>(asked), { wrapper: Page }).result;
}
const file = (text: string, name = 'a.csv') => new File([text], name);

it('looks at what is picked, tells of it, and looks at the same file again in another way', async () => {
  const part = hook();
  let come: (given: { looked: string }) => void = () => undefined;
  ask.mockReturnValueOnce(new Promise((resolve) => (come = resolve))).mockResolvedValueOnce({ looked: 'otherwise' });
  act(() => part.current.pick(file('é')));
  await waitFor(() => expect(part.current.told).toBe('reading'), PATIENT);
  await act(async () => come({ looked: 'one' }));
  await waitFor(
    () => expect(part.current.opened).toMatchObject({ name: 'a.csv', file: 'w6k=', looked: 'one' }),
    PATIENT,
  );
  expect(part.current.told).toBe('');
  await act(async () => part.current.again(() => 'otherwise'));
  expect(ask.mock.calls).toEqual([
    ['w6k=', undefined],
    ['w6k=', 'otherwise'],
  ]);
  expect(part.current.opened).toMatchObject({ name: 'a.csv', looked: 'otherwise' });
  expect(onLooked.mock.calls).toEqual([['one'], ['otherwise']]);
  expect(onBegin).toHaveBeenCalledTimes(2);
});

it('takes together what is said at once, and shows what was asked last, whichever answer comes first', async () => {
  const part = hook();
  const come: ((given: { looked: string }) => void)[] = [];
  ask.mockResolvedValueOnce({ looked: 'one' });
  await act(async () => part.current.type('a'));
  ask.mockImplementation(() => new Promise((resolve) => come.push(resolve)));
  act(() => part.current.again(() => 'column'));
  act(() => part.current.again((asked) => `${asked} and place`));
  expect(ask).toHaveBeenLastCalledWith('YQ==', 'column and place');
  await act(async () => come[1]?.({ looked: 'both' }));
  await act(async () => come[0]?.({ looked: 'column alone' }));
  expect(part.current.opened).toMatchObject({ how: 'column and place', looked: 'both' });
  expect(onLooked.mock.calls).toEqual([['one'], ['both']]);
  // what is refused was not asked
  ask.mockResolvedValueOnce(undefined).mockResolvedValueOnce({ looked: 'three' });
  await act(async () => part.current.again(() => 'nonsense'));
  await act(async () => part.current.again((asked) => `${asked} and more`));
  expect(ask).toHaveBeenLastCalledWith('YQ==', 'column and place and more');
});

it('takes what was typed as a file without a name', async () => {
  const part = hook();
  ask.mockResolvedValue({ looked: 'list' });
  await act(async () => part.current.type('é'));
  expect(part.current.opened).toMatchObject({ name: '', file: 'w6k=' });
});

it('sends no file that is too large, and shows the one before no more', async () => {
  const part = hook();
  ask.mockResolvedValue({ looked: 'one' });
  await act(async () => part.current.pick(file('a')));
  await waitFor(() => expect(part.current.opened).toBeDefined(), PATIENT);
  const large = file('b');
  Object.defineProperty(large, 'size', { value: MOST.bytes + 1 });
  await act(async () => part.current.pick(large));
  expect(part.current).toMatchObject({ opened: undefined, told: 'more than 20' });
  expect(ask).toHaveBeenCalledTimes(1);
  expect(onBegin).toHaveBeenCalledTimes(2);
});

it('opens nothing that was refused, nor what it has no words for, and says that', async () => {
  const part = hook();
  ask.mockResolvedValueOnce(undefined).mockResolvedValueOnce({ looked: 'one' });
  await act(async () => part.current.type('a'));
  expect(part.current).toMatchObject({ opened: undefined, told: '' });
  vi.mocked(loadImportWords).mockRejectedValueOnce(new Error('gone with an upgrade'));
  await act(async () => part.current.type('a'));
  expect(part.current).toMatchObject({ opened: undefined, told: expect.stringMatching(/^That did not get through/) });
  expect(onLooked).not.toHaveBeenCalled();
});

it('takes nothing while something is on its way, nor what is no file', async () => {
  const busy = hook(true);
  await act(async () => busy.current.pick(file('a')));
  const part = hook();
  await act(async () => part.current.pick(undefined));
  expect(ask).not.toHaveBeenCalled();
});

it('is empty again once it was taken', async () => {
  const part = hook();
  const field = document.createElement('input');
  field.value = 'a.csv';
  part.current.field.current = field;
  ask.mockResolvedValue({ looked: 'one' });
  await act(async () => part.current.type('a'));
  act(() => part.current.done());
  expect(part.current.opened).toBeUndefined();
  expect(field.value).toBe('');
});
