/** A whole classroom for a test, started by the launcher in a folder of its own; ended by its process id. */
import { rmSync } from 'node:fs';
import { freePort } from './free-port.ts';
import { launch, newStateFolder } from './launcher.ts';
import { processBelow } from './process-tree.ts';

export interface Classroom {
  address: string;
  port: number;
  state: string;
  launcher: number;
  /** everything the launcher has said */
  said(): string;
  stop(): Promise<void>;
}

export async function startClassroom(name: string, args: string[] = []): Promise<Classroom> {
  const state = newStateFolder(name);
  const port = await freePort();
  const launcher = launch({
    state,
    args: ['--port', String(port), ...args],
    variables: { NABLA_DATABASE_PORT: String(await freePort()) },
  });
  await launcher.ready();
  return {
    address: `http://localhost:${port}`,
    port,
    state,
    launcher: launcher.pid,
    said: launcher.said,
    async stop() {
      process.kill(launcher.pid, 'SIGTERM');
      await launcher.ended;
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** The process below `ancestor` that runs that script. */
export function processUnder(ancestor: number, script: string): number | undefined {
  return processBelow(ancestor, script);
}
