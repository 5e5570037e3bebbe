/**
 * Mails, where the school has a mail server: a runner of their own with one mail at a time, so that a mail server which does not
 * answer keeps no answer of a student waiting; and once a minute a look whether it is time for digests.
 */
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Database } from '../../db/client.ts';
import { CONFIRM_TASK, DIGEST_TASK, enqueueDigests } from '../../db/mail.ts';
import type { Log } from '../log.ts';
import { confirmationJob, digestJob, sendConfirmation, sendDigest } from './jobs.ts';
import { makeMailer } from './transport.ts';

const LOOK_MS = 60_000;

export interface MailSettings {
  /** of the mail server, with name and password */
  smtpUrl: string;
  from: string;
  /** of the classroom, without a slash at the end */
  publicUrl: string;
  /** of the school, and from when on a digest is sent by its clock */
  zone: string;
  at: string;
}

interface MailOptions extends MailSettings {
  pool: pg.Pool;
  events: WorkerEvents;
  db: Database;
  log: Log;
}

/** @returns ends it: the mail at hand is waited for */
export async function startMails(options: MailOptions): Promise<() => Promise<void>> {
  const { pool, events, db, log, smtpUrl, from, publicUrl: url, zone, at } = options;
  const mailer = makeMailer({ url: smtpUrl, from, host: new URL(url).hostname });
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 5_000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn(message);
    }),
    taskList: {
      [CONFIRM_TASK]: (received) => sendConfirmation(db, mailer, confirmationJob.parse(received), { url, zone }),
      [DIGEST_TASK]: (received) => sendDigest(db, mailer, digestJob.parse(received), { url, zone }, log),
    },
  });
  const look = (): void =>
    void enqueueDigests(db, { zone, from: at }).then(
      (made) => made > 0 && log.info({ made }, 'digests are to be sent'),
      (error: unknown) => log.warn({ err: error }, 'digests could not be looked for; it is tried again in a minute'),
    );
  const looking = setInterval(look, LOOK_MS);
  look();
  return async () => {
    clearInterval(looking);
    await runner.stop();
    mailer.close();
  };
}
