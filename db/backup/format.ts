/**
 * The file of a backup: gzip of lines. The first is the header; then for each table a line that names it, its rows as
 * PostgreSQL's COPY writes them (text format: a row is a line, whatever stands in it) and `\.`; then what waits in the
 * queue, a line each; last an end with the number of rows, so that a file that was cut off is known.
 * It holds data only: the tables are made by the migrations that the header names.
 */
import { z } from 'zod';

export const FORMAT = 1;

export const header = z.object({
  nabla: z.literal('backup'),
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  /** names of the migrations that had been applied, in order */
  migrations: z.array(z.string()),
  /** what signs sign-ins and players' tokens; null where it was not known */
  secret: z.string().min(32).nullable(),
});
export type Header = z.infer<typeof header>;

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });

/** A job that waits: what `graphile_worker.add_job` needs to make it again. */
export const jobLine = z.object({
  job: z.object({
    task: z.string(),
    payload: z.unknown(),
    priority: z.number().int(),
    runAt: z.string(),
    maxAttempts: z.number().int(),
    flags: z.array(z.string()).nullable(),
  }),
});

export const endLine = z.object({ end: z.record(z.string(), z.number().int()), jobs: z.number().int() });

/** What ends the rows of a table. COPY writes a backslash that is data as two, so no row can be this. */
export const END_OF_ROWS = '\\.';

/** A file that cannot be restored, in words for the person who tries. */
export class BackupProblem extends Error {}

/** Quotes a name for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
