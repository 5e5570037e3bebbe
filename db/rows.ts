/** Rows of statements that Prisma does not know: looked at before they are used, so that a column of another name or type fails here. */
import { z } from 'zod';

/**
 * The rows of a statement.
 * @param row what each of them has, no more and no less
 * @throws z.ZodError where they are others: a fault of ours
 */
export async function rowsOf<S extends z.ZodType>(row: S, found: PromiseLike<unknown>): Promise<z.infer<S>[]> {
  return z.array(row).parse(await found);
}
