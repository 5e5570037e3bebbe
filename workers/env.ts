/** The pool's environment, parsed once. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { timeZoneName } from '../domain/people/input.ts';
import type { MailSettings } from './mail/start.ts';

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be an address like postgresql://user:password@host:5432/name'),
  NABLA_STATE: z.string().min(1).optional(),
  /** where NumPy and the snapshot of Python are kept, if not in the state folder */
  NABLA_CACHE: z.string().min(1).optional(),
  /** how many submissions are graded at the same time */
  NABLA_SLOTS: z.coerce.number().int().min(1).max(64).optional(),
  /** the mail server by which mails are sent; empty: none are */
  NABLA_SMTP_URL: z
    .union([
      z.literal(''),
      z.string().regex(/^smtps?:\/\/\S+$/, 'must be an address like smtps://name:password@mail.school.example:465'),
    ])
    .default(''),
  /** whose name mails bear; without it none are sent */
  NABLA_MAIL_FROM: z.string().default(''),
  /** from this time on, by the clock of the school, each day's digest is sent */
  NABLA_MAIL_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 16:30')
    .default('16:30'),
  /** the time zone of the school */
  NABLA_TIME_ZONE: timeZoneName.optional(),
  /** the address people open: links in mails lead there */
  NABLA_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  NABLA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** @throws Error with one sentence a person can act on */
export function readEnvironment(variables: NodeJS.ProcessEnv) {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(
      `The variable ${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}. docs/production.md lists what the workers need.`,
    );
  }
  const { DATABASE_URL, NABLA_STATE, NABLA_CACHE, NABLA_SLOTS, NABLA_LOG } = parsed.data;
  const mail = mailSettings(parsed.data);
  return {
    databaseUrl: DATABASE_URL,
    stateDir: NABLA_CACHE ?? NABLA_STATE,
    slots: NABLA_SLOTS ?? Math.max(2, availableParallelism()),
    log: NABLA_LOG,
    /** undefined: no mails are sent */
    mail,
  };
}

/** A mail server alone is not enough: a mail has a sender, and links that lead here. */
function mailSettings(read: z.infer<typeof schema>): MailSettings | undefined {
  const { NABLA_SMTP_URL: smtpUrl, NABLA_MAIL_FROM: from, NABLA_PUBLIC_URL: url, NABLA_MAIL_AT: at } = read;
  if (smtpUrl === '') return undefined;
  for (const [name, value] of Object.entries({ NABLA_MAIL_FROM: from, NABLA_PUBLIC_URL: url ?? '' }))
    if (value === '')
      throw new Error(`NABLA_SMTP_URL is set, and so ${name} must be. docs/production.md lists what the workers need.`);
  const zone = read.NABLA_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { smtpUrl, from, publicUrl: (url ?? '').replace(/\/$/, ''), zone, at };
}
