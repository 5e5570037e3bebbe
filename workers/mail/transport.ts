/** Hands mails to the school's mail server. What it says that could hold a password is never logged. */
import nodemailer from 'nodemailer';
import { z } from 'zod';

/** A mail server that does not answer is tried again later. */
const WAIT_MS = 15_000;

export interface Mail {
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

/** What may be said of a mail that was not taken: a code of ours or of the mail server's, and no more. */
export class MailFault extends Error {}

/** @param url `smtp://name:password@host:port`; without TLS from the start it is asked for, but on this machine */
export function makeMailer({ url, from, host }: { url: string; from: string; host: string }): Mailer {
  const { hostname, searchParams } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const saysItself = searchParams.has('requireTLS') || searchParams.has('ignoreTLS');
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
          throw new MailFault(whatOf(error));
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

function whatOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const said = sayable.safeParse({ ...error });
  return said.success ? Object.values(said.data).join(' ') || 'unknown' : 'unknown';
}
