/**
 * The wire contract of the sockets: one table of schemas, from which both ends derive events, payloads and replies; a
 * misspelt event does not compile. Each request is answered with `{ok: true, …}` or `{ok: false, refused: code}`.
 *
 * A view carries its version. A client shows a view when its version is not older than the one it shows; after a
 * reconnection it sends `play`, `host` or `screen` again, which is the same as entering for the first time.
 */
import { z } from 'zod';
import { answer } from './answer.ts';
import { hourView } from './class-now/hour.ts';
import { storable } from './kinds/common/storable.ts';
import { hostCommand } from './live/advance.ts';
import { correction } from './live/correction.ts';
import { MOST_REHEARSAL } from './live/rehearsal.ts';
import { nextRoom } from './live/state.ts';
import { hostView, playerNews, playerView, receipt, screenView } from './live/views.ts';
import type { Outcome } from './refusal.ts';
import { verdict } from './results/verdict.ts';
import { unfinished } from './unfinished.ts';

const session = z.uuid();
const token = z.string().max(2_000);
/** A reply that says no more than that it was done. */
const done = z.looseObject({});
/** `key`: from the room's link, behind its `#`. Who has the right one never waits for others who guess codes. */
const room = { code: z.string().regex(/^\d{6}$/), key: z.string().max(64).optional() };

/** From client to server: what is sent, and what a good reply holds. */
export const requests = {
  /** the server's clock, to measure the offset of this device's */
  clock: { payload: z.strictObject({}), reply: z.object({ now: z.number() }) },
  /** find a room by its code, before choosing a name */
  find: {
    payload: z.strictObject(room),
    /** `friendlyNames`: the room gives the names, none is asked for; `locked`: it takes nobody new in */
    reply: z.object({
      session: z.string(),
      lesson: z.string(),
      friendlyNames: z.boolean(),
      locked: z.boolean(),
    }),
  },
  /** take a seat; the token is who the player is from now on, on any connection */
  join: {
    payload: z.strictObject({ ...room, nickname: storable.max(80) }),
    reply: z.object({ session: z.string(), token: z.string(), view: playerView }),
  },
  /** come (back) in with a token */
  play: { payload: z.strictObject({ token }), reply: z.object({ session: z.string(), view: playerView }) },
  host: { payload: z.strictObject({ session }), reply: z.object({ view: hostView }) },
  screen: { payload: z.strictObject({ session }), reply: z.object({ view: screenView }) },
  command: { payload: z.strictObject({ session, command: hostCommand }), reply: z.object({ version: z.number() }) },
  /** remove a player from the room, or let them back in */
  seat: { payload: z.strictObject({ session, player: z.uuid(), removed: z.boolean() }), reply: done },
  /** give the room to a colleague, by their sign-in name: they host it from now on */
  handOver: { payload: z.strictObject({ session, login: storable.max(100) }), reply: done },
  /** so many players that the server plays itself, to try the room out; 0 takes them and their answers out */
  rehearse: {
    payload: z.strictObject({ session, players: z.number().int().min(0).max(MOST_REHEARSAL) }),
    reply: z.object({ players: z.number() }),
  },
  /**
   * the key of a question was wrong: what the published version of the lesson changes in this session, and with `apply`
   * that it does. Between questions, and after the end.
   */
  correct: {
    payload: z.strictObject({ session, apply: z.boolean() }),
    reply: z.object({ correction, applied: z.boolean() }),
  },
  /** opens a room with the questions and settings of one that has ended; asked twice, it is the same room */
  again: { payload: z.strictObject({ session }), reply: nextRoom },
  /**
   * the answer to the round being asked; `clientId` makes a repeated packet the same answer. `provisional`: picked or
   * typed and not sent yet; it counts at the bell unless one is sent, and nothing counts where it was all taken off again.
   */
  answer: {
    payload: z
      .strictObject({
        token,
        round: z.number().int().min(0).max(1000),
        clientId: storable.min(8).max(64),
        answer: unfinished,
        provisional: z.boolean().optional(),
      })
      .refine((sent) => sent.provisional === true || answer.safeParse(sent.answer).success, { path: ['answer'] }),
    reply: z.object({ receipt }),
  },
  /**
   * run what stands in the field of a code question on its visible examples, while the round is asked; it is not handed in,
   * counts for nothing and waits for all that was. A newer one takes the place of the one before.
   */
  try: {
    payload: z.strictObject({ token, round: z.number().int().min(0).max(1000), answer }),
    reply: z.object({ try: z.string() }),
  },
  /** what came of a try; null: it waits or runs. It is told once and then kept nowhere */
  tried: {
    payload: z.strictObject({ token, try: z.uuid() }),
    reply: z.object({ verdict: verdict.nullable() }),
  },
  /**
   * follow one's own verdicts (signed in), and with `lesson` whether another version of it is published; the reply says
   * which one is, and of which questions a verdict has come `since` the page was read (milliseconds, the database's clock)
   */
  follow: {
    payload: z.strictObject({ lesson: z.uuid().optional(), since: z.number().min(0).max(1e14).optional() }),
    reply: z.looseObject({ versionId: z.string().optional(), graded: z.array(z.string()).optional() }),
  },
  /**
   * where one is in a lesson that one's class was given: for its teachers, who see who works on what. `question`: by its name
   * in the version that is shown; `section`: the heading one reads from; `away`: another page is looked at
   */
  at: {
    payload: z.strictObject({
      lesson: z.uuid(),
      question: storable.max(100).nullable(),
      section: storable.max(200).nullable(),
      away: z.boolean(),
    }),
    reply: done,
  },
  /** follow the board of a class (its teachers) */
  board: { payload: z.strictObject({ class: z.uuid(), lesson: z.uuid() }), reply: done },
  /** follow the grade book of a class (who may change what it says) */
  grades: { payload: z.strictObject({ class: z.uuid() }), reply: done },
} as const;

/** From server to client, without being asked. */
export const messages = {
  /** the question is told once: afterwards only that it is the same, on a connection that has had it this way */
  player: playerNews,
  host: hostView,
  screen: screenView,
  /** how many have answered; to host and screen, at most a few a second. `who`: to the host, those who are new among them */
  answered: z.strictObject({
    session: z.string(),
    round: z.number(),
    answered: z.number(),
    who: z.array(z.string()).optional(),
  }),
  /** of what the pool grades: how many answers are graded, and right; to the host, at most a few a second */
  graded: z.strictObject({ session: z.string(), round: z.number(), graded: z.number(), right: z.number() }),
  /** the host removed this player */
  removed: z.strictObject({ session: z.string() }),
  /** a verdict is there: read it */
  verdict: z.strictObject({ lesson: z.string(), question: z.string(), submission: z.string() }),
  /** something was said to a submission, or is said otherwise: read it; to its student, and to who teaches and assists in the class */
  remark: z.strictObject({ class: z.string(), lesson: z.string(), question: z.string(), submission: z.string() }),
  /** something was asked at a question, answered, or is said otherwise: to its student, and to who teaches and assists in the class */
  inquiry: z.strictObject({ class: z.string(), lesson: z.string(), question: z.string(), inquiry: z.string() }),
  /** there is something new among one's notices: read them */
  notice: z.strictObject({}),
  /** what came of a try is there: ask for it */
  tried: z.strictObject({ try: z.string() }),
  /** another version of this lesson is published: read it */
  lesson: z.strictObject({ lesson: z.string() }),
  /**
   * a class works together, or does so otherwise; null: not any more. To its students (`learns`), and to who teaches and assists
   * in it
   */
  hour: z.strictObject({ class: z.string(), learns: z.boolean(), hour: hourView.nullable() }),
  /** hands were raised or lowered in an hour: to who teaches and assists, and to those whose hands are up or just went down */
  hands: z.strictObject({ class: z.string() }),
  /** something on the board changed: read it */
  board: z.strictObject({ lesson: z.string() }),
  /** something in the grade book of a class changed, of these students or of anybody: read it */
  grades: z.strictObject({ class: z.string(), students: z.array(z.string()).optional() }),
} as const;

export type RequestName = keyof typeof requests;
export type Payload<R extends RequestName> = z.infer<(typeof requests)[R]['payload']>;
export type Reply<R extends RequestName> = Outcome<z.infer<(typeof requests)[R]['reply']>>;
export type MessageName = keyof typeof messages;
export type Message<M extends MessageName> = z.infer<(typeof messages)[M]>;

/** The types that socket.io takes. */
export type ClientToServer = { [R in RequestName]: (payload: Payload<R>, reply: (answer: Reply<R>) => void) => void };
export type ServerToClient = { [M in MessageName]: (message: Message<M>) => void };
