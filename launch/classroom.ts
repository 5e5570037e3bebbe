/** The steps from nothing to a running classroom. What it starts it also hands to `cleanUp`, to be stopped in reverse. */
import path from 'node:path';
import { readEnvironment } from '../server/env.ts';
import { networkAddresses, publicAddress } from '../server/hosts.ts';
import { build, generateClient } from './build.ts';
import { startChild } from './children.ts';
import type { CleanUp } from './clean-up.ts';
import type { Options } from './options.ts';
import { startPostgres } from './postgres.ts';
import { keepRunning } from './postgres-watch.ts';
import { Refusal } from './refusal.ts';
import { SERVER_FLAGS } from './server-flags.ts';
import { ROOT, type StateFolder } from './state-folder.ts';
import { step } from './steps.ts';

export async function startClassroom(
  options: Options,
  state: StateFolder,
  cleanUp: CleanUp,
  onGivenUp: (sentence: string) => void,
): Promise<void> {
  const { DATABASE_URL } = process.env;
  const embedded = DATABASE_URL === undefined || DATABASE_URL === '';
  if (!embedded && !/^postgres(ql)?:\/\/\S+$/.test(DATABASE_URL))
    throw new Refusal(
      'DATABASE_URL must be an address like postgresql://user:password@host:5432/name: correct it, or unset it for the embedded database.',
    );

  // whatever is wrong with the variables is said before anything is started
  const known = {
    NABLA_HOST: options.host,
    NABLA_PORT: String(options.port),
    NABLA_SECRET: process.env.NABLA_SECRET ?? state.secret,
    NABLA_STATE: state.path,
    NABLA_DEMO: embedded ? '1' : '0',
    NODE_ENV: options.mode === 'dev' ? ('development' as const) : ('production' as const),
  };
  const env = readEnvironment({ ...process.env, ...known, DATABASE_URL: DATABASE_URL || 'postgresql://embedded' });

  await step('database client', () => generateClient(cleanUp));
  // from here on the client exists, so what uses it can be loaded
  const { ensurePythonRuntime } = await import('../workers/python/setup.ts');
  const python = step('Python', (say) =>
    ensurePythonRuntime({ stateDir: process.env.NABLA_CACHE ?? state.path, log: say }),
  );
  const pages = options.mode === 'dev' ? Promise.resolve('.nabla/dev') : step('pages', () => build(cleanUp));
  const database = prepareDatabase(options, state, embedded, cleanUp, onGivenUp);
  // all three are waited for, so that nothing is left half done behind an error
  const settled = await Promise.allSettled([python, pages, database]);
  const wrong = settled.find((one) => one.status === 'rejected');
  if (wrong !== undefined) throw wrong.reason;
  const { databaseUrl, lines } = await database;

  const variables = { ...known, DATABASE_URL: databaseUrl, NABLA_DIST: await pages };
  const watched = (...folders: string[]) => (options.mode === 'dev' ? { watched: folders } : {});
  const common = { variables, logs: state.logs, verbose: options.mode === 'dev', onGivenUp, cleanUp };
  await step('server and workers', async () => {
    // stopped in reverse: the server first, then the pool, then the database
    const started = await Promise.allSettled([
      startChild({ ...common, name: 'workers', script: 'workers/main.ts', ...watched('workers', 'db', 'domain') }),
      startChild({
        ...common,
        name: 'server',
        script: 'server/main.ts',
        flags: SERVER_FLAGS,
        ...watched('server', 'db', 'domain'),
      }),
    ]);
    for (const child of started.reverse()) if (child.status === 'rejected') throw child.reason;
  });
  process.stdout.write(`\n  ∇ Nabla is open at ${publicAddress(env)}\n`);
  if (options.host === '0.0.0.0' && networkAddresses().length === 0)
    process.stdout.write('  This machine has no address in a network yet: connect it, and start again.\n');
  for (const line of lines) process.stdout.write(`  ${line}\n`);
  if ((await python).numpy === null)
    process.stdout.write(
      '  NumPy is missing: its exercises say so. Set NABLA_NUMPY_WHEEL_DIR to a folder with its wheel (docs/production.md), or connect, and start again.\n',
    );
}

async function prepareDatabase(
  options: Options,
  state: StateFolder,
  embedded: boolean,
  cleanUp: CleanUp,
  onGivenUp: (sentence: string) => void,
): Promise<{ databaseUrl: string; lines: string[] }> {
  let databaseUrl = process.env.DATABASE_URL ?? '';
  if (embedded)
    await step('database', async () => {
      const start = (port: number) => startPostgres({ dataFolder: state.database, port, cleanUp });
      const postgres = await start(options.databasePort);
      keepRunning(postgres, () => start(postgres.port), { cleanUp, onGivenUp });
      databaseUrl = postgres.url;
    });
  const { connect, disconnect } = await import('../db/client.ts');
  const { prepare, takingOf } = await import('../server/features/start/prepare.ts');
  // who works on the files sees them at once
  const taking = options.mode === 'dev' ? 'all' : takingOf(process.env.NABLA_CONTENT);
  connect(databaseUrl, { connections: 4 });
  try {
    await step('tables and lessons', async (say) => {
      for (const line of await prepare(databaseUrl, path.join(ROOT, 'content'), taking)) say(line);
    });
    if (!embedded)
      return { databaseUrl, lines: ['Your own database: "npm run admin -- create <name>" makes the first admin.'] };
    const { makeDemoClass } = await import('../server/features/start/demo.ts');
    const { settleDemoPasswords } = await import('./demo-passwords.ts');
    await makeDemoClass();
    return { databaseUrl, lines: await settleDemoPasswords(state.path, options) };
  } finally {
    await disconnect();
  }
}
