'use client';
/**
 * Says why something was refused. The sentences that any call may need, or that have to be there without a network, come with
 * the page; the other ones come once one of them is to be said. A code is never shown.
 */
import { useTranslations } from 'next-intl';
import { useCallback, useSyncExternalStore } from 'react';
import { inWords, type RefusalCode, type Refused } from '../../domain/refusal.ts';
import type rareWords from '../../messages/en/rare-refusals.json';

/** Those whose words every page carries that calls something. */
export const USUAL_REFUSALS = [
  'notAllowed',
  'notSignedIn',
  'notFound',
  'badInput',
  'tooMany',
  'storedLater',
  'unavailable',
] as const satisfies readonly RefusalCode[];
type Usual = (typeof USUAL_REFUSALS)[number];
type Rare = Record<Exclude<RefusalCode, Usual>, string>;

/** undefined: nobody has asked for them yet, or they are on their way; null: they did not come */
let rare: Rare | null | undefined;
let asked: Promise<void> | undefined;
const listeners = new Set<() => void>();
/** Where they do not come they are asked for again so much later. */
const AGAIN_MS = [2_000, 10_000];

/** What is said: of a code alone, or of a refusal with the field it is about. Empty: the words are on their way. */
export type SayRefusal = (refused: RefusalCode | Pick<Refused, 'refused' | 'field' | 'fault'>) => string;

/**
 * Says refusals in words. Most of them come when the first is to be said: until then the sentence is empty, and it is said once
 * they are there.
 */
export function useRefusals(): SayRefusal {
  const t = useTranslations('refusals');
  const words = useSyncExternalStore(listen, now, now);
  return useCallback(
    (refused) => {
      const { refused: code, ...about } = typeof refused === 'string' ? { refused } : refused;
      if (isUsual(code)) return t(code, inWords(about));
      if (words === undefined) void loadRefusals();
      return words === null ? t('unsaid') : (words?.[code] ?? '');
    },
    [t, words],
  );
}

/** Asks for the words ahead of time, where the network may be gone by then. Never rejects. */
export function loadRefusals(): Promise<void> {
  asked ??= load(AGAIN_MS);
  return asked;
}

async function load([pause, ...pauses]: readonly number[]): Promise<void> {
  try {
    const all: { default: typeof rareWords } = await import('../../messages/en/rare-refusals.json');
    rare = all.default;
  } catch {
    // the network is gone, or the page was left open over an upgrade
    rare = null;
    if (pause !== undefined) setTimeout(() => void load(pauses), pause);
  }
  for (const listener of listeners) listener();
}

const now = (): Rare | null | undefined => rare;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isUsual(code: RefusalCode): code is Usual {
  return USUAL_REFUSALS.some((one) => one === code);
}
