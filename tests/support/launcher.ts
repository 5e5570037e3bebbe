/** The launcher itself, `npm start` without npm: started in a folder of its own, watched, ended by its process id. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../launch/state-folder.ts';

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Launcher {
  /** of the launcher's first half, which waits for the one in the pinned Node */
  pid: number;
  /** all it has said so far, and the part of it on standard error */
  said(): string;
  complained(): string;
  /** @throws Error with what it said when it ends before */
  ready(): Promise<void>;
  ended: Promise<Ended>;
}

/** A new state folder below the project's own. */
export function newStateFolder(name: string): string {
  const parent = path.join(ROOT, '.nabla/test');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, `${name}-`));
  chmodSync(folder, 0o755); // closed, it would send root's database to another place
  return folder;
}

/** @param options.session gives it a process group of its own, as a terminal does */
export function launch(options: {
  state: string;
  args?: string[];
  variables?: Record<string, string>;
  session?: boolean;
}): Launcher {
  const child = spawn(process.execPath, ['launch/start.mjs', ...(options.args ?? [])], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NABLA_STATE: options.state,
      NABLA_CACHE: path.join(ROOT, '.nabla'),
      DATABASE_URL: '',
      ...options.variables,
    },
    detached: options.session === true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    complained += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  return {
    pid: child.pid ?? 0,
    said: () => said,
    complained: () => complained,
    ended,
    ready: () =>
      new Promise((resolve, reject) => {
        const look = setInterval(() => {
          if (!/Ready after/.test(said)) return;
          clearInterval(look);
          resolve();
        }, 50);
        void ended.then(() => {
          clearInterval(look);
          reject(new Error(`the launcher ended: ${said}`));
        });
      }),
  };
}
