/** The database of the classroom that a tool is about: DATABASE_URL, else the embedded one of the classroom that runs here. */
import path from 'node:path';
import { addressOfRunning } from '../../launch/postgres.ts';
import { Refusal } from '../../launch/refusal.ts';
import { ROOT } from '../../launch/state-folder.ts';

/** Throws Refusal where there is none. */
export function databaseAddress(): string {
  const { DATABASE_URL, NABLA_STATE } = process.env;
  if (DATABASE_URL !== undefined && DATABASE_URL !== '') {
    if (/^postgres(ql)?:\/\/\S+$/.test(DATABASE_URL)) return DATABASE_URL;
    throw new Refusal('DATABASE_URL must be an address like postgresql://user:password@host:5432/name: correct it.');
  }
  const state = path.resolve(NABLA_STATE ?? path.join(ROOT, '.nabla'));
  const running = addressOfRunning(path.join(state, 'database'));
  if (running !== undefined) return running;
  throw new Refusal(
    'There is no database to write to: set DATABASE_URL, or start the classroom with "npm start" and run this beside it.',
  );
}
