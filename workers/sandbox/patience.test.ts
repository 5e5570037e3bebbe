import { setTimeout as rest } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Ending, RunReport } from '../../domain/judging/report.ts';
import { Gate, PATIENCE, patiently, TooBusy } from './patience.ts';
import { SandboxPool } from './pool.ts';

const ended = (ending: Ending): RunReport => ({ ending, load: null, calls: [] });

test('what the clock stopped is run again with more patience, until it ends by itself', async () => {
  const asked: number[] = [];
  const report = await patiently(new Gate(), async (patience) => {
    asked.push(patience);
    return ended(asked.length < 3 ? 'timeout' : 'cpu');
  });
  expect(report.ending).toBe('cpu');
  expect(asked).toEqual([1, ...PATIENCE]);
});

test('what ends in any other way is run once', async () => {
  for (const ending of ['finished', 'cpu', 'promises', 'memory', 'died'] as const) {
    let runs = 0;
    await patiently(new Gate(), async () => {
      runs++;
      return ended(ending);
    });
    expect(runs).toBe(1);
  }
});

test('the tries are counted: then the machine was too busy', async () => {
  let runs = 0;
  const never = patiently(new Gate(), async () => {
    runs++;
    return ended('timeout');
  });
  await expect(never).rejects.toThrow(TooBusy);
  expect(runs).toBe(1 + PATIENCE.length);
});

test('whoever runs alone has nobody beside, waits for those before, and is waited for by those after', async () => {
  const gate = new Gate();
  let [beside, alone, most] = [0, 0, 0];
  const work = (isAlone: boolean) => async (): Promise<void> => {
    if (isAlone) alone++;
    else beside++;
    most = Math.max(most, beside);
    expect(alone === 0 || (alone === 1 && beside === 0)).toBe(true);
    await rest(2);
    if (isAlone) alone--;
    else beside--;
  };
  const all = Array.from({ length: 60 }, (_, index) =>
    index % 7 === 3 ? gate.alone(work(true)) : gate.beside(work(false)),
  );
  await Promise.all(all);
  expect(most).toBeGreaterThan(2);
  await expect(gate.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await gate.beside(work(false));
});

test('a process that neither computes nor ends is waited for a bounded time, and its neighbour is served afterwards', async () => {
  // speaks as a sandbox does, and stops in the middle of its first job
  const script = `let jobs = 0; const tell = (m) => process.send(m);
    process.on('message', ({ id, job }) => { tell({ type: 'began', id }); if (job.source === 'sleep') return;
      tell({ type: 'loaded', id, text: '{"ok":true,"printed":""}' }); tell({ type: 'ended', id, ending: 'finished' }); });
    tell({ type: 'ready' });`;
  const pool = new SandboxPool({
    slots: 2,
    command: () => ({ file: process.execPath, arguments: ['-e', script] }),
    limits: { wallMs: 50, cpuMs: 60_000, residentMb: 10_000, printed: 0 },
    log: () => undefined,
  });
  try {
    const job = { entry: 'f', seed: 1, calls: [] };
    const [sleeper, neighbour] = await Promise.allSettled([
      pool.run({ ...job, source: 'sleep' }),
      rest(100).then(() => pool.run({ ...job, source: 'work' })),
    ]);
    expect(sleeper).toMatchObject({ status: 'rejected', reason: expect.any(TooBusy) });
    expect(neighbour).toMatchObject({ status: 'fulfilled', value: { ending: 'finished' } });
  } finally {
    await pool.close();
  }
});
