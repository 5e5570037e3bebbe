/** Two connections beside each other: the one that answers first stays, and whoever listens hears that one. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Line, type LineSocket } from './line.ts';

class Fake implements LineSocket {
  connected = true;
  closed = false;
  answer: (() => void) | undefined;
  readonly listeners: [string, (...args: unknown[]) => void][] = [];
  on(event: string, listener: (...args: unknown[]) => void): void {
    this.listeners.push([event, listener]);
  }
  off(event: string, listener: (...args: unknown[]) => void): void {
    const at = this.listeners.findIndex(([name, one]) => name === event && one === listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }
  close(): void {
    this.closed = true;
  }
  say(event: string, what: unknown): void {
    for (const [name, listener] of [...this.listeners]) if (name === event) listener(what);
  }
}

function lineOf() {
  const opened: Fake[] = [];
  const line = new Line<Fake>({
    open() {
      const fake = new Fake();
      opened.push(fake);
      return fake;
    },
    hear: (socket, event, listener) => socket.on(event, listener),
    unhear: (socket, event, listener) => socket.off(event, listener),
    probe: (socket) =>
      new Promise<void>((resolve) => {
        socket.answer = resolve;
      }),
  });
  const at = (index: number): Fake => {
    const one = opened[index];
    if (one === undefined) throw new Error(`no connection ${index}`);
    return one;
  };
  return { line, opened, at };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a dead connection gives way to the second one; listeners go along and are told to ask anew', async () => {
  const { line, at } = lineOf();
  const [heard, connected, swapped] = [vi.fn(), vi.fn(), vi.fn()];
  line.on('player', heard);
  line.on('connect', connected);
  line.onSwap(swapped);
  const over = line.challenge();
  at(1).answer?.();
  await over;
  expect([line.socket, at(0).closed, at(1).closed]).toEqual([at(1), true, false]);
  expect([connected.mock.calls.length, swapped.mock.calls.length]).toEqual([1, 1]);
  at(0).say('player', 'old');
  at(1).say('player', 'new');
  expect(heard.mock.calls).toEqual([['new']]);
  line.off('player', heard);
  at(1).say('player', 'later');
  expect(heard).toHaveBeenCalledTimes(1);
});

it('a slow connection that answers first stays, and nobody is told anything', async () => {
  const { line, at } = lineOf();
  const connected = vi.fn();
  line.on('connect', connected);
  const over = line.challenge();
  at(0).answer?.();
  await over;
  expect([line.socket, at(0).closed, at(1).closed]).toEqual([at(0), false, true]);
  expect(connected).not.toHaveBeenCalled();
});

it('asks with one second connection at a time, and gives it up where neither answers', async () => {
  const { line, opened, at } = lineOf();
  const over = line.challenge();
  expect(line.challenge()).toBe(over);
  expect(opened.length).toBe(2);
  await vi.advanceTimersByTimeAsync(10_000);
  await over;
  expect([line.socket, at(1).closed]).toEqual([at(0), true]);
  const again = line.challenge();
  expect(opened.length).toBe(3);
  at(2).answer?.();
  await again;
  expect(line.socket).toBe(at(2));
});
