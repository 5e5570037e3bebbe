// @vitest-environment happy-dom
/** When a part of the desk reads, what it shows meanwhile, and which of two answers counts. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Outcome, refuse } from '../../domain/refusal.ts';
import { Reads } from './reads.tsx';
import { type Reading, useRead } from './use-read.ts';

type Told = Outcome<{ text: string }>;
const told = (text: string) => ({ ok: true as const, text });
const ask = vi.fn<() => Promise<Told>>();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  ask.mockReset();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
async function shown(reading: Reading<Told> = {}, key = 'a') {
  const part = renderHook(({ key: one, ...rest }) => useRead([one], ask, rest), {
    wrapper: Reads,
    initialProps: { key, ...reading },
  });
  await pass(1);
  return part;
}

describe('a part of the desk', () => {
  it('reads once, whatever becomes of its window and of the network', async () => {
    ask.mockResolvedValue(told('one'));
    const { result, rerender } = await shown();
    expect(result.current).toMatchObject({ seen: told('one'), refused: false });
    rerender({ key: 'a' });
    window.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    await pass(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('reads where the browser says that there is no network', async () => {
    window.dispatchEvent(new Event('offline'));
    ask.mockResolvedValue(told('one'));
    const { result } = await shown();
    window.dispatchEvent(new Event('online'));
    expect(result.current.seen).toEqual(told('one'));
  });

  it('does not read what came with the page, nor what is not looked at', async () => {
    await shown({ initial: told('with the page') });
    await shown({ asks: false });
    expect(ask).not.toHaveBeenCalled();
  });

  it('reads again, once, when told of a change, and keeps what it showed where that is refused', async () => {
    ask.mockResolvedValueOnce(told('one')).mockResolvedValueOnce(refuse('unavailable'));
    const { result, rerender } = await shown({ changedBy: 1 });
    expect(ask).toHaveBeenCalledTimes(1);
    rerender({ key: 'a', changedBy: 2 });
    await pass(10);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(result.current).toMatchObject({ seen: told('one'), refused: true });
  });

  it('says that it was refused where nothing was read, and does not ask again by itself', async () => {
    ask.mockResolvedValue(refuse('notAllowed'));
    const { result } = await shown();
    await pass(60_000);
    expect(result.current).toMatchObject({ seen: undefined, refused: true });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('reads every moment while it has to, also after one that was lost, and then no more', async () => {
    ask
      .mockResolvedValueOnce(told('waits'))
      .mockResolvedValueOnce(refuse('unavailable'))
      .mockResolvedValue(told('done'));
    const { result } = await shown({ againMs: (seen) => (seen?.text === 'waits' ? 1_000 : undefined) });
    await pass(1_000);
    expect(ask).toHaveBeenCalledTimes(2);
    await pass(1_000);
    expect(result.current.seen).toEqual(told('done'));
    await pass(10_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('shows the answer to what it asked last, not what came last', async () => {
    let late: (told: Told) => void = () => undefined;
    ask.mockReturnValueOnce(new Promise((resolve) => (late = resolve))).mockResolvedValueOnce(told('newer'));
    const { result } = await shown();
    await act(() => result.current.again());
    late(told('older'));
    await pass(10);
    expect(result.current.seen).toEqual(told('newer'));
  });

  it('shows what it saw of another key, where it keeps that, until this one is read, or refused', async () => {
    let come: (told: Told) => void = () => undefined;
    ask
      .mockResolvedValueOnce(told('page 1'))
      .mockReturnValueOnce(new Promise((resolve) => (come = resolve)))
      .mockResolvedValueOnce(refuse('unavailable'));
    const { result, rerender } = await shown({ keeps: true });
    rerender({ key: 'b', keeps: true });
    await pass(1);
    expect(result.current.seen).toEqual(told('page 1'));
    come(told('page 2'));
    await pass(1);
    expect(result.current.seen).toEqual(told('page 2'));
    rerender({ key: 'c', keeps: true });
    await pass(1);
    expect(result.current).toMatchObject({ seen: told('page 2'), refused: true });
  });

  it('forgets what nothing shows any more', async () => {
    ask.mockResolvedValueOnce(told('one')).mockReturnValue(new Promise(() => undefined));
    const { result, rerender } = await shown();
    rerender({ key: 'b' });
    await pass(1);
    expect(result.current.seen).toBeUndefined();
    rerender({ key: 'a' });
    await pass(1);
    expect(result.current.seen).toBeUndefined();
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
