/** Does a database answer, and does it let us in? Asked once before anything else, so that the answer can be said plainly. */
import pg from 'pg';

const LIMIT_MS = 10_000;

export type Reached = 'ok' | 'silent' | 'refused' | 'absent';

export const reachSentences: Record<Exclude<Reached, 'ok'>, string> = {
  silent: 'The database does not answer: check DATABASE_URL and that PostgreSQL runs there.',
  refused: 'The database refuses this user or password: correct DATABASE_URL.',
  absent: 'There is no such database: make it ("createdb …"), or correct the name at the end of DATABASE_URL.',
};

/** @returns `silent`: nobody (or no PostgreSQL) there; `refused`: wrong name or password; `absent`: no such database */
export async function reach(url: string): Promise<Reached> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'ok';
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    // https://www.postgresql.org/docs/current/errcodes-appendix.html: class 28 is authorization, 3D a missing catalog
    if (code?.startsWith('28')) return 'refused';
    return code === '3D000' ? 'absent' : 'silent';
  }
}
