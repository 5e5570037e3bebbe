/** Controls of Python: payloads one after another in plain Pyodide, in a few processes beside each other. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { stateFolder } from '../../../../workers/python/setup.ts';
import { naivePython } from '../payloads/naive-python.ts';
import { type Payload, type Places, sourceOf } from '../payloads/payload.ts';
import type { Outcome } from './javascript.ts';

export interface Order {
  kind: Payload['kind'];
  code: string;
  naive?: string | undefined;
  marker: string;
  needsNumpy: boolean;
  /** in the interpreter of the order before, where nobody harms it */
  shared?: boolean;
}

const HOST = path.join(import.meta.dirname, 'pyodide.ts');
const line = z.object({ index: z.number(), outcome: z.string() });

/** NumPy's wheel, as set-up has kept it. */
function wheel(): string | null {
  const folder = path.join(stateFolder(), 'cache/wheels');
  const name = existsSync(folder) ? readdirSync(folder).find((one) => one.endsWith('.whl')) : undefined;
  return name === undefined ? null : path.join(folder, name);
}

/** Runs orders in plain Pyodide; calls back with what came out of each as soon as it is known. */
export function inPyodide(
  orders: readonly Order[],
  secret: string,
  known: (index: number, outcome: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', HOST], {
      env: { NODE_ENV: 'test', PATH: process.env.PATH, NABLA_SECRET: secret },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const { index, outcome } = line.parse(JSON.parse(text));
        known(index, outcome);
      }
    });
    child.once('error', reject);
    child.once('close', () => resolve());
    child.stdin.end(JSON.stringify({ wheel: wheel(), orders: orders.map((one, index) => ({ ...one, index })) }));
  });
}

/** Whether each payload gets out of its control, in their order; `secrets` are the texts that must not be said. */
export async function controlledPython(
  payloads: readonly Payload[],
  placesOf: (payload: Payload) => Places,
  secrets: readonly string[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = payloads.map(() => 'held');
  const orders = payloads.map((payload): Order => {
    const naive = naivePython[payload.control];
    if (payload.kind === 'forge' && naive === undefined)
      throw new Error(`there is no naive grader "${payload.control}"`);
    const places = placesOf(payload);
    return { ...payload, naive, code: sourceOf(payload, places), marker: places.marker };
  });
  await inPyodide(orders, secrets[0] ?? '', (index, said) => {
    const order = orders[index];
    if (order === undefined) return;
    const isOut = {
      marker: () => existsSync(order.marker),
      forge: () => said === 'earned',
      read: () => secrets.some((secret) => said.includes(secret)),
    }[order.kind]();
    if (isOut) outcomes[index] = 'out';
    for (const left of [order.marker, `${order.marker}.txt`]) rmSync(left, { force: true });
  });
  return outcomes;
}
