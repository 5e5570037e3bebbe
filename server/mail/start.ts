/**
 * Digests, where the school has a mail server: from a time of the day on, one mail after the other. They are sent by the server and
 * not by the workers, whose network has no way out. Each server looks, and takes on what no other one has.
 */

import { database } from '../../db/client.ts';
import { selectDueDigests } from '../../db/mail.ts';
import { inTurn, turns } from '../../domain/again-and-again.ts';
import type { Log } from '../log.ts';
import { sendDigest } from './digest.ts';
import { type Mailer, MailFault, type MailSettings, makeMailer } from './transport.ts';

const LOOK_MS = 60_000;
/** A mail server that is away is asked less and less often, up to so many looks. */
const LONGEST = 30;
const AT_ONCE = 200;

/** @returns stops it: nothing is sent any more but the mail at hand */
export function startDigests(settings: MailSettings & { url: string }, log: Log): () => void {
  const { url, zone, at } = settings;
  const mailer: Mailer = makeMailer(settings);
  const looks = turns();
  let pause = 0;
  let waits = 0;
  let isSending = false;
  let isStopped = false;
  /** whose address is not taken for a while, and until when they are left alone */
  const left = new Map<string, number>();
  const round = async (): Promise<void> => {
    for (const [user, until] of left) if (until <= Date.now()) left.delete(user);
    const due = await selectDueDigests(database(), { zone, from: at, most: AT_ONCE, but: [...left.keys()] });
    for (const of of due) {
      if (isStopped) return;
      try {
        await sendDigest(database(), mailer, of, { url, log });
      } catch (error) {
        // the others are not kept waiting by one full mailbox
        if (!(error instanceof MailFault && error.isOfAddress)) throw error;
        log.warn(
          { user: of.user, said: error.message },
          'a digest is not taken for its address: it is tried again later',
        );
        left.set(of.user, Date.now() + LONGEST * LOOK_MS);
      }
      pause = 0;
    }
  };
  const look = (): void => {
    if (isSending || isStopped) return;
    if (waits > 0) {
      waits--;
      return;
    }
    isSending = true;
    const failed = (error: unknown): never => {
      pause = Math.min(LONGEST, pause * 2 + 1);
      waits = pause;
      throw error;
    };
    void inTurn(log, looks, 'digests could not be sent; they are tried again', () => round().catch(failed)).finally(
      () => {
        isSending = false;
      },
    );
  };
  const timer = setInterval(look, LOOK_MS);
  look();
  return () => {
    isStopped = true;
    clearInterval(timer);
    mailer.close();
  };
}
