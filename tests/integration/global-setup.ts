/** Starts a PostgreSQL for the run in a folder of its own, with a migrated template that holds the lessons. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect, disconnect } from '../../db/client.ts';
import { startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDemoClass } from '../../server/features/start/demo.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the template database */
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = newStateFolder('integration');
  const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: await freePort() });
  connect(postgres.url, { connections: 4 });
  await prepare(postgres.url, path.join(ROOT, 'content'));
  await makeDemoClass();
  await disconnect();
  project.provide('template', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
