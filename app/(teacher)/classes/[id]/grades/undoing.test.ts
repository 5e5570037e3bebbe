import { describe, expect, it } from 'vitest';
import { type Became, NO_STEPS, type Steps, stepped, withDone } from './undoing.ts';

/** A number that is set, by us and by others. */
function page() {
  let value = 0;
  let steps: Steps<string> = NO_STEPS;
  const set = async (to: number, still?: number): Promise<Became<string>> => {
    if (still !== undefined && still !== value) return { is: 'kept', words: `it is ${value}` };
    const before = value;
    value = to;
    return { is: 'done', back: () => set(before, to) };
  };
  return {
    value: () => value,
    said: () => steps.said,
    async set(to: number): Promise<void> {
      const became = await set(to);
      if (became.is === 'done') steps = withDone(steps, `set to ${to}`, became.back);
    },
    others(to: number): void {
      value = to;
    },
    async step(way: 'undo' | 'again'): Promise<void> {
      steps = await stepped(steps, way);
    },
    refuse(): void {
      steps = withDone(steps, 'refused', async () => ({ is: 'refused' }));
    },
    depth: () => [steps.done.length, steps.undone.length],
  };
}

describe('steps that can be undone', () => {
  it('go back one after the other, and on again', async () => {
    const one = page();
    await one.set(1);
    await one.set(2);
    await one.step('undo');
    expect([one.value(), one.said()]).toEqual([1, { of: 'undone', words: 'set to 2' }]);
    await one.step('undo');
    await one.step('undo');
    expect(one.value()).toBe(0);
    await one.step('again');
    await one.step('again');
    await one.step('again');
    expect([one.value(), one.said()]).toEqual([2, { of: 'again', words: 'set to 2' }]);
    await one.step('undo');
    expect(one.value()).toBe(1);
    // what is new ends what was undone
    await one.set(5);
    await one.step('again');
    expect([one.value(), one.depth()]).toEqual([5, [2, 0]]);
  });

  it('leave what somebody else has set meanwhile, and say so', async () => {
    const one = page();
    await one.set(1);
    one.others(7);
    await one.step('undo');
    expect([one.value(), one.said(), one.depth()]).toEqual([7, { of: 'kept', words: 'it is 7' }, [0, 0]]);
    await one.set(8);
    await one.step('undo');
    one.others(9);
    await one.step('again');
    expect([one.value(), one.said()]).toEqual([9, { of: 'kept', words: 'it is 9' }]);
  });

  it('stay where one was refused', async () => {
    const one = page();
    one.refuse();
    await one.step('undo');
    expect(one.depth()).toEqual([1, 0]);
  });
});
