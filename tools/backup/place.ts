/** Which database a backup is of, or goes into: the one at DATABASE_URL, else the embedded one of this folder. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CleanUp } from '../../launch/clean-up.ts';
import { freeLoopbackPort } from '../../launch/ports.ts';
import { addressOfRunning, startPostgres } from '../../launch/postgres.ts';
import { Refusal } from '../../launch/refusal.ts';
import { closeStateFolder, openStateFolder, ROOT, type StateFolder } from '../../launch/state-folder.ts';

/** The address of a PostgreSQL of one's own; undefined: the embedded one. */
export function outsideDatabase(): string | undefined {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL === undefined || DATABASE_URL === '') return undefined;
  if (/^postgres(ql)?:\/\/\S+$/.test(DATABASE_URL)) return DATABASE_URL;
  throw new Refusal('DATABASE_URL must be an address like postgresql://user:password@host:5432/name: correct it.');
}

function stateFolder(): string {
  return path.resolve(process.env.NABLA_STATE ?? path.join(ROOT, '.nabla'));
}

/** Beside a running classroom, or with its database started for this moment. */
export async function withEmbedded<T>(work: (url: string) => Promise<T>): Promise<T> {
  const data = path.join(stateFolder(), 'database');
  const running = addressOfRunning(data);
  if (running !== undefined) return work(running);
  if (!existsSync(`${data}.password`))
    throw new Refusal(
      `There is no classroom in ${stateFolder()}: set NABLA_STATE to its folder, or DATABASE_URL to its database.`,
    );
  return withStarted((url) => work(url));
}

/** Takes the folder for itself, as a classroom does, and starts its database for this moment. */
export async function withStarted<T>(work: (url: string, state: StateFolder) => Promise<T>): Promise<T> {
  const state = openStateFolder();
  const cleanUp = new CleanUp();
  const end = (): void => {
    void cleanUp.run().then(() => {
      closeStateFolder(state);
      process.exit(130);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  try {
    const port = await freeLoopbackPort();
    const { url } = await startPostgres({ dataFolder: state.database, port, cleanUp });
    return await work(url, state);
  } finally {
    await cleanUp.run();
    closeStateFolder(state);
  }
}
