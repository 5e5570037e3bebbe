/** The digest of one person for one day. */
import type { Database } from '../../db/client.ts';
import { claimDigest, type DigestDay, noteMailed, releaseDigest } from '../../db/mail.ts';
import { selectNotices } from '../../db/notices.ts';
import type { Log } from '../log.ts';
import { digestMail } from './compose.ts';
import { type Mailer, MailFault } from './transport.ts';

/** More are told as a number. */
const MOST = 200;

/**
 * Sends somebody what is new, if anything is. It is taken on before it is sent, and told afterwards: whoever is killed in between
 * sends no second mail that day, and what this one would have told is in the next.
 * @param url of the classroom, without a slash at the end
 * @throws MailFault where the mail server did not take it and may take it later
 */
export async function sendDigest(
  db: Database,
  mailer: Mailer,
  of: DigestDay,
  { url, log }: { url: string; log: Log },
): Promise<void> {
  const { user, day } = of;
  const claimed = await claimDigest(db, of);
  if (claimed === undefined) return;
  const { name, address, token, now } = claimed;
  const told = await selectNotices(db, user, { which: 'unmailed', most: MOST });
  if (told.length === 0) return;
  try {
    const mail = digestMail({ name, told, url, token });
    const unsubscribe = `${url}/api/unsubscribe/${token}`;
    await mailer.send({ ...mail, to: address, id: `digest-${user}-${day}`, unsubscribe });
  } catch (error) {
    if (error instanceof MailFault && error.isForGood) {
      log.warn({ user, said: error.message }, 'a digest is not taken for its address: it is tried again tomorrow');
      return;
    }
    await releaseDigest(db, of);
    throw error;
  }
  await noteMailed(db, user, now);
}
