/** What PostgreSQL's refusals mean for us. */
import { Prisma } from './generated/client.ts';

/** Did a unique constraint refuse this write? */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code === 'P2002';
  // of plain SQL: unique_violation
  return error instanceof Error && 'code' in error && error.code === '23505';
}
