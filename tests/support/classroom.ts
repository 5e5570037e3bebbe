/** A whole classroom for a test, started by the launcher in a folder of its own; ended by its process id. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../launch/state-folder.ts';
import { freePort } from './free-port.ts';

export interface Classroom {
  address: string;
  port: number;
  state: string;
  launcher: number;
  /** everything the launcher has said */
  said(): string;
  stop(): Promise<void>;
}

const READY_LIMIT_MS = 300_000;

export async function startClassroom(name: string, args: string[] = []): Promise<Classroom> {
  const parent = path.join(ROOT, '.nabla/test');
  mkdirSync(parent, { recursive: true });
  const state = mkdtempSync(path.join(parent, `${name}-`));
  const port = await freePort();
  const child = spawn(process.execPath, ['launch/start.mjs', '--port', String(port), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      NABLA_STATE: state,
      NABLA_CACHE: path.join(ROOT, '.nabla'),
      NABLA_DATABASE_PORT: String(await freePort()),
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  await ready(child, () => said);
  return {
    address: `http://localhost:${port}`,
    port,
    state,
    launcher: child.pid ?? 0,
    said: () => said,
    async stop() {
      await new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      });
      rmSync(state, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the classroom did not open: ${said()}`)), READY_LIMIT_MS);
    child.on('exit', () => reject(new Error(`the launcher ended: ${said()}`)));
    const look = setInterval(() => {
      if (!/Ready after/.test(said())) return;
      clearInterval(look);
      clearTimeout(late);
      resolve();
    }, 100);
  });
}

/** The process below `ancestor` that runs that script. */
export function processUnder(ancestor: number, script: string): number | undefined {
  const parents = new Map<number, number>();
  const matches: number[] = [];
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script)) matches.push(pid);
    } catch {
      // it ended while we looked
    }
  }
  return matches.find((pid) => {
    for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at)) if (at === ancestor) return true;
    return false;
  });
}
