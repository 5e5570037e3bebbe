/** One-time links with which somebody chooses a password: only a hash of them is stored, so that nobody reads them again. */
import { createHash } from 'node:crypto';
import type { Queryable } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { newToken } from '../classes/tokens.ts';

const HOURS = 48;
/** On paper it is handed out in the next lesson, or in the one after the holidays. */
export const SLIP_HOURS = 14 * 24;

/** @returns its path; @param hours for which it is good */
export async function makeLink(
  db: Pick<Queryable, '$queryRaw' | 'passwordReset' | 'auditEvent'>,
  userId: string,
  createdById: string,
  hours = HOURS,
): Promise<string> {
  const token = newToken() + newToken();
  await db.passwordReset.create({
    data: {
      tokenHash: hashToken(token),
      userId,
      createdById,
      expiresAt: new Date((await databaseNow(db)).getTime() + hours * 3_600_000),
    },
  });
  await db.auditEvent.create({
    data: { actorId: createdById, action: 'user.resetLink', subject: userId, details: {} },
  });
  return `/reset/${token}`;
}

/** As links are stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
