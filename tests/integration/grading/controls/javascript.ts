/** Controls of JavaScript: each payload in a process of its own (host.cjs), a few at a time. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { naiveJavaScript } from '../payloads/naive-javascript.ts';
import { type Payload, type Places, sourceOf } from '../payloads/payload.ts';

export type Outcome = 'out' | 'held';
const HOST = path.join(import.meta.dirname, 'host.cjs');
const MOST_MS = 120_000;

/** Runs a source in the host; gives what it wrote. */
export function inHost(
  order: { kind: string; control: string; code: string; marker: string },
  secret: string,
): Promise<string> {
  const naive = naiveJavaScript[order.control];
  if (order.kind === 'forge' && naive === undefined) throw new Error(`there is no naive grader "${order.control}"`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', '--no-warnings', HOST], {
      env: { NODE_ENV: 'test', PATH: process.env.PATH, NABLA_SECRET: secret },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: MOST_MS,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', () => resolve(said));
    child.stdin.end(JSON.stringify({ ...order, naive }));
  });
}

/** Whether a payload gets out of its control; `secrets` are the texts that it must not say. */
export async function controlled(payload: Payload, places: Places, secrets: readonly string[]): Promise<Outcome> {
  const said = await inHost({ ...payload, code: sourceOf(payload, places), marker: places.marker }, secrets[0] ?? '');
  if (payload.kind === 'forge') return said === 'earned' ? 'out' : 'held';
  if (payload.kind === 'read') return secrets.some((secret) => said.includes(secret)) ? 'out' : 'held';
  const isOut = existsSync(places.marker);
  rmSync(places.marker, { force: true });
  return isOut ? 'out' : 'held';
}
