/** The link that confirms an address, sent while somebody waits for it. */
import { randomUUID } from 'node:crypto';
import { confirmationMail } from './compose.ts';
import { MailFault, type MailSettings, makeMailer } from './transport.ts';

/** @returns whether the mail server took it */
export async function sendConfirmation(
  settings: Pick<MailSettings, 'smtpUrl' | 'from'> & { url: string },
  { address, login, link }: { address: string; login: string; link: string },
): Promise<boolean> {
  const mailer = makeMailer(settings);
  try {
    const mail = confirmationMail({ login, url: settings.url, token: link });
    await mailer.send({ ...mail, to: address, id: `confirm-${randomUUID()}` });
    return true;
  } catch (error) {
    if (error instanceof MailFault) return false;
    throw error;
  } finally {
    mailer.close();
  }
}
