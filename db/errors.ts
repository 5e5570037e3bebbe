/** What PostgreSQL's refusals mean for us. */
import { Prisma } from './generated/client.ts';

/** Did a unique constraint refuse this write? */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
