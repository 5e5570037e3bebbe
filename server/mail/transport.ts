/** Hands mails to the school's mail server. What it says that could hold a password is never logged. */
import nodemailer from 'nodemailer';
import { z } from 'zod';

/** A mail server that does not answer is tried again later. */
const WAIT_MS = 15_000;

interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** the same for the same mail, so that a second one is known for what it is */
  id: string;
  /** address by which one is sent no more, with one click and no cookie; left out: it is not sent regularly */
  unsubscribe?: string;
}

export interface Mailer {
  /** @throws MailFault where the mail server did not take it */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** How mails are sent. */
export interface MailSettings {
  /** `smtp://name:password@host:port`, or `smtps://` for TLS from the start */
  smtpUrl: string;
  /** whose name they bear */
  from: string;
  /** from when on a day's digest is sent, by the clock of the school */
  at: string;
  zone: string;
}

/** What may be said of a mail that was not taken: a code of ours or of the mail server's, and no more. */
export class MailFault extends Error {
  /** it will not be taken later either: its address is none, for instance */
  readonly isForGood: boolean;
  /** it is about this one address (a full mailbox): others may be taken */
  readonly isOfAddress: boolean;

  constructor(said: string, { isForGood, isOfAddress }: { isForGood: boolean; isOfAddress: boolean }) {
    super(said);
    this.isForGood = isForGood;
    this.isOfAddress = isOfAddress;
  }
}

/** @param settings without TLS from the start it is asked for, but on this machine; `url`: of the classroom */
export function makeMailer({
  smtpUrl: url,
  from,
  url: place,
}: Pick<MailSettings, 'smtpUrl' | 'from'> & { url: string }): Mailer {
  const { hostname, searchParams } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const saysItself = searchParams.has('requireTLS') || searchParams.has('ignoreTLS');
  const host = new URL(place).hostname;
  const transport = nodemailer.createTransport({
    url,
    ...(isHere || saysItself ? {} : { requireTLS: true }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, id, unsubscribe }) {
      const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
      const regularly =
        unsubscribe === undefined
          ? {}
          : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
      await transport
        .sendMail({
          ...{ from, to: { name: '', address: to }, subject, text, html },
          messageId: `<${id}@${host}>`,
          headers: { ...headers, ...regularly },
        })
        .catch((error: unknown) => {
          throw faultOf(error);
        });
    },
    close: () => transport.close(),
  };
}

const sayable = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
});

function faultOf(error: unknown): MailFault {
  const said = error instanceof Error ? sayable.safeParse({ ...error }).data : undefined;
  const isOurs = said?.command === 'AUTH' || said?.code === 'EAUTH';
  // what is wrong with our name or password is for us to mend, and then they are taken
  const isForGood = !isOurs && (said?.responseCode ?? 0) >= 500;
  // 421: it takes nothing at all for now (RFC 5321, 4.2.2)
  const isOfAddress = !isOurs && (said?.responseCode ?? 0) >= 430;
  return new MailFault(Object.values(said ?? {}).join(' ') || 'unknown', { isForGood, isOfAddress });
}
