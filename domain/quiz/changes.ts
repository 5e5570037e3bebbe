/** What a version of a quiz changed, in few words. Pure. */
import { type QuizSettings, sameSettings } from './settings.ts';

/** A version as it was: what it was called, what it asked, and how it was played and given. */
export interface QuizVersion {
  title: string;
  settings: QuizSettings;
  items: readonly QuizItemThen[];
}

export interface QuizItemThen {
  ref: string;
  version: number;
  title: string;
  /** null: as usual */
  seconds: number | null;
  points: number | null;
}

export interface QuizChanges {
  /** it was called otherwise before */
  renamed: boolean;
  /** titles of questions */
  added: string[];
  removed: string[];
  /** another version of them is asked */
  newer: string[];
  /** they have other seconds or points */
  weighed: string[];
  /** those that stayed are asked in another order */
  moved: boolean;
  settings: boolean;
}

export function changesOf(before: QuizVersion, after: QuizVersion): QuizChanges {
  const was = new Map(before.items.map((one) => [one.ref, one]));
  const is = new Set(after.items.map(({ ref }) => ref));
  const stayed = after.items.flatMap((now) => {
    const then = was.get(now.ref);
    return then === undefined ? [] : [{ now, then }];
  });
  const titles = (chosen: typeof stayed): string[] => chosen.map(({ now }) => now.title);
  const order = before.items.filter(({ ref }) => is.has(ref)).map(({ ref }) => ref);
  return {
    renamed: before.title !== after.title,
    added: after.items.filter(({ ref }) => !was.has(ref)).map(({ title }) => title),
    removed: before.items.filter(({ ref }) => !is.has(ref)).map(({ title }) => title),
    newer: titles(stayed.filter(({ now, then }) => now.version !== then.version)),
    weighed: titles(stayed.filter(({ now, then }) => now.seconds !== then.seconds || now.points !== then.points)),
    moved: order.some((ref, at) => ref !== stayed[at]?.now.ref),
    settings: !sameSettings(before.settings, after.settings),
  };
}
