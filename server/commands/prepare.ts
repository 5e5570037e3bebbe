/** Brings a database up to date: migrations, then `content/`. The same for `npm start` and for the migrate service. */
import { migrate } from '../../db/migrate.ts';
import { loadContent } from './load-content.ts';

/** @returns what was done, a line each */
export async function prepare(databaseUrl: string, contentFolder: string): Promise<string[]> {
  const applied = await migrate(databaseUrl).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (/ECONNREFUSED|reach database server|ENOTFOUND|timeout/i.test(message))
      throw new Error('The database does not answer: check DATABASE_URL and that PostgreSQL runs there.');
    throw error;
  });
  const content = await loadContent(contentFolder);
  return [
    ...(applied.length > 0 ? [`${applied.length} migrations applied`] : []),
    `${content.lessons} lessons${content.changed > 0 ? `, ${content.changed} new or changed` : ''}`,
  ];
}
