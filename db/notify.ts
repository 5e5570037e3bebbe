/**
 * Hints between processes, over PostgreSQL's NOTIFY: ids only, never content (whoever hears one reads the database).
 * A hint sent inside a transaction is heard only once that has committed.
 */
import pg from 'pg';
import { z } from 'zod';
import type { Queryable } from './client.ts';

export const CHANNEL = 'nabla';

const hint = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('verdict'),
    user: z.uuid(),
    lesson: z.uuid(),
    question: z.string(),
    submission: z.uuid(),
  }),
  z.strictObject({ about: z.literal('live'), session: z.uuid(), version: z.number().int() }),
  /** `left`: a server saw somebody's last connection go; another one may hold them still. `sent`: it let go of them, as it is being stopped */
  z.strictObject({
    about: z.literal('players'),
    session: z.uuid(),
    left: z.uuid().optional(),
    sent: z.literal(true).optional(),
  }),
  /** what an account or a seat has tried was graded */
  z.strictObject({ about: z.literal('tried'), try: z.uuid(), user: z.uuid().optional(), seat: z.uuid().optional() }),
  /** an answer of a live round was graded */
  z.strictObject({ about: z.literal('liveVerdict'), session: z.uuid() }),
  /** something changed on the boards of the classes in which `user` sits, or on that of one class */
  z.strictObject({
    about: z.literal('board'),
    lesson: z.uuid(),
    user: z.uuid().optional(),
    class: z.uuid().optional(),
  }),
  /** what the grade book of a class says of these students has changed, or of anybody */
  z.strictObject({ about: z.literal('grades'), class: z.uuid(), students: z.array(z.uuid()).optional() }),
  /** something was said to a submission of `student` in a class, or is said otherwise */
  z.strictObject({
    about: z.literal('remark'),
    class: z.uuid(),
    student: z.uuid(),
    lesson: z.uuid(),
    question: z.string(),
    submission: z.uuid(),
  }),
  /** a class works together, or does so otherwise; a hand of `user` was raised or lowered in it */
  z.strictObject({ about: z.literal('hour'), class: z.uuid() }),
  z.strictObject({ about: z.literal('hands'), class: z.uuid(), user: z.uuid() }),
  /** something was asked by `student` at a question, answered, or is said otherwise */
  z.strictObject({
    about: z.literal('inquiry'),
    class: z.uuid(),
    student: z.uuid(),
    lesson: z.uuid(),
    question: z.string(),
    inquiry: z.uuid(),
  }),
  /** there is something new for somebody, or for everybody of a class */
  z.strictObject({ about: z.literal('notice'), user: z.uuid().optional(), class: z.uuid().optional() }),
  /** somebody is not signed in any more in one browser */
  z.strictObject({ about: z.literal('signInEnded'), signIn: z.uuid() }),
  /** a room has another host: who hears it may not be allowed to any more */
  z.strictObject({ about: z.literal('host'), session: z.uuid() }),
  /** another version of a lesson is published */
  z.strictObject({ about: z.literal('lesson'), lesson: z.uuid() }),
]);
export type Hint = z.infer<typeof hint>;

/** Sends a hint with the transaction it is given. */
export async function notify(db: Queryable, message: Hint): Promise<void> {
  await db.$executeRaw`select pg_notify(${CHANNEL}, ${JSON.stringify(message)})`;
}

/** Sends many with the transaction, in one statement. */
export async function notifyAll(db: Queryable, messages: readonly Hint[]): Promise<void> {
  const texts = messages.map((message) => JSON.stringify(message));
  await db.$executeRaw`select pg_notify(${CHANNEL}, one) from unnest(${texts}::text[]) one`;
}

export interface Listener {
  close(): Promise<void>;
}

/**
 * Listens until closed, reconnecting by itself. `onGap` is called after each (re)connection, since hints may have been
 * missed: the caller reads the truth again. `onLost` is called for each connection that was lost or not made.
 */
export function listen(
  url: string,
  onHint: (message: Hint) => void,
  onGap: () => void,
  onLost: () => void = () => undefined,
): Listener {
  let closed = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const again = (): void => {
    client?.removeAllListeners('end');
    // it is gone, or goes
    client?.end().catch(() => undefined);
    client = undefined;
    if (closed) return;
    onLost();
    if (retry === undefined)
      retry = setTimeout(() => {
        retry = undefined;
        void open();
      }, 250);
  };
  const open = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    client = fresh;
    fresh.on('error', again);
    fresh.on('end', again);
    fresh.on('notification', (message) => {
      const parsed = hint.safeParse(parseJson(message.payload ?? ''));
      if (parsed.success) onHint(parsed.data);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      onGap();
    } catch {
      // it is tried again for as long as it takes, and whoever listens is told that hints are lost
      again();
    }
  };
  void open();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      client?.removeAllListeners('end');
      // it is gone already
      await client?.end().catch(() => undefined);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
