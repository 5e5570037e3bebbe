/** Where somebody is in what they practise, as their tab keeps it: a reload goes on there. It names questions and says how they went. */
import type { PracticeLine, Went } from './practice-line.ts';

/** How far one session has come: the questions in their order, and how the first of them went. */
export interface Session {
  lines: readonly PracticeLine[];
  went: readonly Went[];
}

const HOWS: readonly unknown[] = ['right', 'partly', 'wrong', 'waits', 'left'] satisfies Went['how'][];

/** As a text; nothing of a question is in it but its address. */
export function writeSession({ lines, went }: Session): string {
  return JSON.stringify({
    refs: lines.map(({ ref }) => ref),
    went: went.map(({ how, days, again }) => ({ how, days, again })),
  });
}

/**
 * What was kept, of the questions that are still there to be practised.
 * @param all every question that the student's lists have now
 * @returns null: nothing was kept, or nothing of it is there any more
 */
export function readSession(text: string | null, all: readonly PracticeLine[]): Session | null {
  if (text === null) return null;
  const kept = parsed(text);
  const { refs, went } = (kept ?? {}) as { refs?: unknown; went?: unknown };
  if (!Array.isArray(refs) || !Array.isArray(went)) return null;
  const byRef = new Map(all.map((line) => [line.ref, line]));
  const session: { lines: PracticeLine[]; went: Went[] } = { lines: [], went: [] };
  for (const [at, ref] of refs.entries()) {
    const line = byRef.get(ref);
    if (line === undefined) continue;
    session.lines.push(line);
    const how = at < went.length ? wentOf(went[at], line) : null;
    if (how !== null) session.went.push(how);
    else if (at < went.length) return null;
  }
  return session.lines.length === 0 ? null : session;
}

function wentOf(kept: unknown, line: PracticeLine): Went | null {
  const { how, days, again } = (kept ?? {}) as Partial<Record<keyof Went, unknown>>;
  if (!isHow(how) || !(days === null || typeof days === 'number') || typeof again !== 'boolean') return null;
  return { line, how, days, again };
}

function isHow(how: unknown): how is Went['how'] {
  return HOWS.includes(how);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // whatever it is, it is none of ours
  }
}
