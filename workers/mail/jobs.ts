/** Mails as jobs: a link that confirms an address, and the digest of one person for one day. */
import { z } from 'zod';
import type { Database } from '../../db/client.ts';
import { claimDigest, noteMailed, releaseDigest } from '../../db/mail.ts';
import { selectNotices } from '../../db/notices.ts';
import type { Log } from '../log.ts';
import { confirmationMail, digestMail } from './compose.ts';
import type { Mailer } from './transport.ts';

export const confirmationJob = z.object({ userId: z.uuid(), address: z.string(), token: z.string() });
export const digestJob = z.object({ user: z.uuid(), day: z.iso.date() });

export interface MailPlace {
  /** of the classroom, without a slash at the end */
  url: string;
  /** of the school */
  zone: string;
}

/** More are told as a number. */
const MOST = 200;

/** Sends the link that confirms an address. */
export async function sendConfirmation(
  db: Database,
  mailer: Mailer,
  { userId, address, token }: z.infer<typeof confirmationJob>,
  { url }: MailPlace,
): Promise<void> {
  const person = await db.user.findUnique({ where: { id: userId }, select: { login: true, disabledAt: true } });
  if (person === null || person.disabledAt !== null) return;
  const mail = confirmationMail({ login: person.login, url, token });
  await mailer.send({ ...mail, to: address, id: `confirm-${userId}-${Date.now()}` });
}

/**
 * Sends somebody what is new, if anything is. It is taken on before it is sent, and told afterwards: whoever is killed in between
 * sends no second mail that day, and what this one would have told is in the next.
 * @throws where the mail server did not take it: it is tried again
 */
export async function sendDigest(
  db: Database,
  mailer: Mailer,
  job: z.infer<typeof digestJob>,
  { url, zone }: MailPlace,
  log: Log,
): Promise<void> {
  const { user, day } = job;
  const told = await selectNotices(db, user, { which: 'unmailed', most: MOST });
  const claimed = await claimDigest(db, job);
  if (claimed === undefined) return;
  const { name, address, token, now } = claimed;
  if (told.length === 0) return;
  try {
    const mail = digestMail({ name, told, url, token, zone });
    await mailer.send({
      ...mail,
      to: address,
      id: `digest-${user}-${day}`,
      unsubscribe: `${url}/api/unsubscribe/${token}`,
    });
  } catch (error) {
    await releaseDigest(db, job);
    throw error;
  }
  await noteMailed(db, user, now);
  log.debug({ user, day, told: told.length }, 'a digest was sent');
}
