/**
 * The rules of the outbox: what replaces what, when it is sent, what becomes of it when a reply comes. Pure.
 *
 * Glossary
 * - entry: a draft or a submission that the server has not stored yet. One of each a question; the newest replaces it.
 * - kept: it could not be sent, and is tried again, for ever.
 * - final: the server will never take it; that is told at its question, where the text stays.
 */
import type { Answer } from '../../../domain/answer.ts';
import { canonical } from '../../../domain/canonical.ts';
import type { RefusalCode, Refused } from '../../../domain/refusal.ts';

/** Which question, of which version: what the page shows to whoever writes. */
export interface Place {
  lessonId: string;
  questionId: string;
  versionId: string;
  /** with whose values it is asked, where they are drawn */
  variant?: string | undefined;
}

export interface Entry extends Place {
  /** the account that it was written under */
  user: string;
  what: 'draft' | 'submission';
  /** of this very text: the server tells a submission that is sent twice by it */
  id: string;
  answer: Answer;
  /** when it was written, in the server's clock as far as it is known; ms since 1970 */
  writtenAt: number;
  /** since when something here waits, and when it is sent; in this device's clock */
  since: number;
  sendAt: number;
  /** how often it was tried */
  tries: number;
  /** why it is still here */
  reason: RefusalCode | null;
  final: boolean;
}

/** A draft is sent after a pause in writing, and while somebody writes on and on. */
export const PAUSE_MS = 800;
export const LONGEST_WAIT_MS = 3_000;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const THROTTLED_PAUSE_MS = 10_000;

/** What asking again may change: the network, the sign-in, the account, a throttle, the bell of a room. */
const AGAIN: readonly RefusalCode[] = [
  'unavailable',
  'storedLater',
  'tooMany',
  'notSignedIn',
  'wrongAccount',
  'askedLive',
];
const NOT_AT_ONCE: readonly RefusalCode[] = ['tooMany', 'askedLive'];
/** After these the server has kept the text itself, with its own wording. */
const KEPT_BY_SERVER: readonly RefusalCode[] = ['questionChanged', 'questionGone'];

export function keyOf({ user, lessonId, questionId, what }: Pick<Entry, 'user' | 'lessonId' | 'questionId' | 'what'>) {
  return `${user} ${lessonId} ${questionId} ${what}`;
}

/** What is new about an entry. */
export type Written = Place & Pick<Entry, 'user' | 'id' | 'answer' | 'writtenAt'>;

/** A draft in place of the one before. */
export function draftAfter(before: Entry | undefined, written: Written, now: number): Entry {
  const entry: Entry = { ...written, what: 'draft', since: now, sendAt: 0, tries: 0, reason: null, final: false };
  if (before === undefined || before.final) return { ...entry, sendAt: now + PAUSE_MS };
  const { since, tries, reason } = before;
  // while the network is away, each letter would be a try
  if (tries > 0) return { ...entry, since, tries, reason, sendAt: before.sendAt };
  return { ...entry, since, sendAt: Math.min(now + PAUSE_MS, since + LONGEST_WAIT_MS) };
}

/** A submission in place of the one before; the same answer again is the same submission, tried at once. */
export function submissionAfter(before: Entry | undefined, written: Written, now: number): Entry {
  const same =
    before !== undefined &&
    !before.final &&
    before.versionId === written.versionId &&
    before.variant === written.variant &&
    canonical(before.answer) === canonical(written.answer);
  if (same) return { ...before, sendAt: now };
  const entry: Entry = {
    ...written,
    what: 'submission',
    since: now,
    sendAt: now,
    tries: 0,
    reason: null,
    final: false,
  };
  if (before === undefined || before.final) return entry;
  // it waits as the one before did, and says so without a flicker that would move the buttons below
  return { ...entry, tries: before.tries, reason: before.reason };
}

/** How long to wait after so many tries: longer each time, and not the same for a whole class behind one network. */
export function pauseAfter(tries: number, reason: RefusalCode, random: number): number {
  const grown = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 10));
  return Math.max(grown, NOT_AT_ONCE.includes(reason) ? THROTTLED_PAUSE_MS : 0) * (0.75 + random / 2);
}

/** What becomes of an entry that was refused; undefined: the server has it all the same. */
export function afterRefusal(entry: Entry, { refused }: Refused, now: number, random: number): Entry | undefined {
  if (KEPT_BY_SERVER.includes(refused)) return undefined;
  const tries = entry.tries + 1;
  if (!AGAIN.includes(refused)) return { ...entry, tries, reason: refused, final: true };
  return { ...entry, tries, reason: refused, sendAt: now + pauseAfter(entry.tries, refused, random) };
}

/** What goes next, of what is due. */
export function nextToSend(entries: Iterable<Entry>, inFlight: ReadonlySet<string>, now: number): Entry | undefined {
  const due = [...entries].filter((one) => !one.final && one.sendAt <= now && !inFlight.has(one.id));
  return due.sort((a, b) => a.sendAt - b.sendAt || a.since - b.since)[0];
}

/** When something is due next; undefined: nothing waits. */
export function nextMoment(entries: Iterable<Entry>, inFlight: ReadonlySet<string>): number | undefined {
  const moments = [...entries].flatMap((one) => (one.final || inFlight.has(one.id) ? [] : [one.sendAt]));
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/** The network may be back: what waits for it goes now. */
export function hurried(entry: Entry, now: number): Entry {
  return entry.tries > 0 && !entry.final ? { ...entry, sendAt: Math.min(entry.sendAt, now) } : entry;
}

/** What is not on the server, by question: for signing out, and for the line that everybody sees. */
export function unsent(entries: Iterable<Entry>): Entry[] {
  const byQuestion = new Map<string, Entry>();
  for (const one of entries) if (!one.final) byQuestion.set(`${one.lessonId} ${one.questionId}`, one);
  return [...byQuestion.values()];
}

/**
 * Whether leaving now could lose something: a fresh draft is sent while the page goes; what has failed before, or was
 * handed in and is on its way, may go down with the page.
 */
export function risky(entries: Iterable<Entry>, online: boolean): boolean {
  return [...entries].some((one) => !one.final && (one.what === 'submission' || one.tries > 0 || !online));
}
