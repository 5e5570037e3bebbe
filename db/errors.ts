/** What PostgreSQL's refusals mean for us. */
import { Prisma } from './generated/client.ts';

/** Did a unique constraint refuse this write? */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code === 'P2002';
  // of plain SQL: unique_violation
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** Did PostgreSQL refuse what was to be stored, and not the way it was to be stored? (class 22, data exception) */
export function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');
}
