import { describe, expect, it } from 'vitest';
import { type Became, NO_STEPS, StepLine, type Steps } from './undoing.ts';

/** A number that is set, by us and by others; setting it takes a moment. */
function page() {
  let value = 0;
  let steps: Steps<string> = NO_STEPS;
  const line = new StepLine<string>((now) => {
    steps = now;
  });
  const set = async (to: number, still?: number): Promise<Became<string>> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (still !== undefined && still !== value) return { is: 'kept', words: `it is ${value}` };
    const before = value;
    value = to;
    return { is: 'done', back: () => set(before, to) };
  };
  return {
    value: () => value,
    said: () => steps.said,
    set: (to: number) => line.do(`set to ${to}`, () => set(to)),
    others(to: number): void {
      value = to;
    },
    step: (way: 'undo' | 'again') => line.step(way),
    refuse: () => line.do('refused', async () => ({ is: 'done', back: async () => ({ is: 'refused' }) })),
    fail: () => line.do('failed', () => Promise.reject(new Error('no network'))),
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
    await one.refuse();
    await one.step('undo');
    expect(one.depth()).toEqual([1, 0]);
  });

  it('keep what is done while another one is still on its way back', async () => {
    const one = page();
    await one.set(1);
    const all = [one.step('undo'), one.set(5), one.set(6), one.step('undo')];
    await Promise.all(all);
    expect([one.value(), one.depth(), one.said()]).toEqual([5, [1, 1], { of: 'undone', words: 'set to 6' }]);
    await one.step('undo');
    expect([one.value(), one.depth()]).toEqual([0, [0, 2]]);
  });

  it('go on after one that failed', async () => {
    const one = page();
    const [failed, done] = await Promise.allSettled([one.fail(), one.set(3)]);
    expect([failed.status, done, one.depth()]).toEqual(['rejected', { status: 'fulfilled', value: true }, [1, 0]]);
  });
});
