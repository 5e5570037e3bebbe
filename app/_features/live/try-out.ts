'use client';
/**
 * Tries an answer without handing it in: asks for the run, then for its result. A socket may tell that it is there; where it is
 * silent the page asks, so that nobody waits for a message. What was lost is told, and can be run again.
 */
import type { Answer } from '../../../domain/answer.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { calls } from '../../_client/calls.ts';

/** A run waits this long before it is told that others go first. */
const LIMIT_MS = 60_000;
const START_TRIES = 4;
/** The first questions come soon, where nothing tells sooner; the later ones every other second. */
const FIRST_MS = 250;
const FIRST_WITH_SOCKET_MS = 800;
const LATER_MS = 2_000;

/** How one place asks: over HTTP with an account, by the token of a seat, or as a stranger. */
export interface TryPath {
  start(): Promise<Outcome<{ try: string }>>;
  read(id: string): Promise<Outcome<{ verdict: Verdict | null }>>;
  /** resolves when a message says that this result is there; never, where nothing tells */
  heard?(id: string, ended: AbortSignal): Promise<void>;
}

export type Tried = Outcome<{ verdict: Verdict }>;

/** Has an answer tried, and waits for what comes of it. */
export async function tryOut(path: TryPath): Promise<Tried> {
  const started = await start(path);
  if (!started.ok) return started;
  const id = started.try;
  const ended = new AbortController();
  try {
    // heard once, and asked at once: afterwards only the pauses are waited for
    let told = path.heard?.(id, ended.signal);
    let pause = told === undefined ? FIRST_MS : FIRST_WITH_SOCKET_MS;
    for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; pause = Math.min(LATER_MS, pause * 1.3)) {
      const waits = [sleep(pause).then(() => false), ...(told === undefined ? [] : [told.then(() => true)])];
      if (await Promise.race(waits)) told = undefined;
      const read = await path.read(id);
      if (read.ok && read.verdict !== null) return { ok: true, verdict: read.verdict };
      // a network that is away for a moment loses nothing
      if (!read.ok && read.refused !== 'unavailable') return read;
    }
    return refuse('tryLate');
  } finally {
    ended.abort();
  }
}

/** With an account: of a lesson's question, or of a source that an author has open. */
export function accountTry(
  input: { lessonId: string; questionId: string; answer: Answer } & ({ source: string } | { as: string }),
  heard?: TryPath['heard'],
): TryPath {
  return {
    start: () => calls.trying.run.mutate(input),
    read: (id) => calls.trying.read.mutate({ try: id }),
    ...(heard === undefined ? {} : { heard }),
  };
}

/** A start whose reply was lost is sent again: the newer one takes the place of the one before. */
async function start(path: TryPath): Promise<Outcome<{ try: string }>> {
  for (let tried = 1; ; tried++) {
    const started = await path.start();
    if (started.ok || started.refused !== 'unavailable' || tried === START_TRIES) return started;
    await sleep(400 * tried);
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
