/** The environment, parsed once. Whatever is wrong is said in one sentence that names the variable. */
import { z } from 'zod';
import { timeZoneName } from '../domain/people/input.ts';
import type { MailSettings } from './mail/transport.ts';

const port = z.coerce.number().int().min(1).max(65_535);

/** smtp://name:password@host:port, or smtps:// for TLS from the start. */
const smtpUrl = z
  .union([
    z.literal(''),
    z.string().regex(/^smtps?:\/\/\S+$/, 'must be an address like smtps://name:password@mail.school.example:465'),
  ])
  .default('');

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be an address like postgresql://user:password@host:5432/name'),
  NABLA_HOST: z.string().min(1).default('127.0.0.1'),
  NABLA_PORT: port.default(3000),
  NABLA_SECRET: z.string().min(32, 'must be at least 32 characters, kept across restarts'),
  /** the address people open, where it is not http://host:port: behind a proxy, for instance */
  NABLA_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** further host names by which the server may be reached, separated by commas */
  NABLA_HOSTS: z.string().default(''),
  /** 1 behind a reverse proxy of yours that sets X-Forwarded-For: throttles then count by that address */
  NABLA_PROXY: z.enum(['0', '1']).default('0'),
  /** the embedded database with its demo class: shows the demo accounts on the sign-in page */
  NABLA_DEMO: z.enum(['0', '1']).default('0'),
  /** whether somebody without an account may try the exercises of the front page; 0 where all slots are for the school */
  NABLA_TRY: z.enum(['0', '1']).default('1'),
  /** days after a live session until its guests lose their names; their answers stay without them */
  NABLA_GUEST_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** what a reader of /metrics has to show; empty: there is no such address */
  NABLA_METRICS: z.union([z.literal(''), z.string().min(16, 'must be at least 16 characters')]).default(''),
  /** the mail server by which the server sends mails; empty: there are none */
  NABLA_SMTP_URL: smtpUrl,
  /** whose name mails bear */
  NABLA_MAIL_FROM: z.string().max(200).default(''),
  /** from when on each day's digest is sent, by the clock of the school */
  NABLA_MAIL_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 16:30')
    .default('16:30'),
  NABLA_TIME_ZONE: timeZoneName.default('UTC'),
  NABLA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Environment {
  databaseUrl: string;
  host: string;
  port: number;
  secret: string;
  publicUrl: string | undefined;
  hosts: string[];
  proxy: boolean;
  demo: boolean;
  strangersTry: boolean;
  guestDays: number;
  /** undefined: nobody reads metrics */
  metrics: string | undefined;
  /** the school has a mail server: people may have what is new sent to them; undefined: it has none */
  mail: MailSettings | undefined;
  log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** cookies are Secure exactly when the address is https */
  secure: boolean;
}

/** @throws Error with one sentence a person can act on */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    const wrong = variables[name] === undefined ? 'is not set' : (issue?.message ?? 'is wrong');
    throw new Error(`The variable ${name} ${wrong}. docs/production.md lists what the server needs.`);
  }
  const read = parsed.data;
  return {
    databaseUrl: read.DATABASE_URL,
    host: read.NABLA_HOST,
    port: read.NABLA_PORT,
    secret: read.NABLA_SECRET,
    publicUrl: read.NABLA_PUBLIC_URL?.replace(/\/$/, ''),
    hosts: read.NABLA_HOSTS.split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    proxy: read.NABLA_PROXY === '1',
    demo: read.NABLA_DEMO === '1',
    strangersTry: read.NABLA_TRY === '1',
    guestDays: read.NABLA_GUEST_DAYS,
    metrics: read.NABLA_METRICS === '' ? undefined : read.NABLA_METRICS,
    mail: mailSettings(read),
    log: read.NABLA_LOG,
    secure: read.NABLA_PUBLIC_URL?.startsWith('https:') ?? false,
  };
}

/** A mail server alone is not enough: a mail has a sender. */
function mailSettings(read: z.infer<typeof schema>): MailSettings | undefined {
  const { NABLA_SMTP_URL: smtpUrl, NABLA_MAIL_FROM: from, NABLA_MAIL_AT: at, NABLA_TIME_ZONE: zone } = read;
  if (smtpUrl === '') return undefined;
  if (from === '')
    throw new Error(
      'NABLA_SMTP_URL is set, and so NABLA_MAIL_FROM must be. docs/production.md lists what the server needs.',
    );
  return { smtpUrl, from, at, zone };
}

let parsedOnce: Environment | undefined;

/** The process's environment. */
export function environment(): Environment {
  parsedOnce ??= readEnvironment(process.env);
  return parsedOnce;
}
