/** Which payloads are tried: the test command takes a part of Python's, `npm run escapes` (NABLA_ESCAPES=all) all of them. */
import { payloads } from './all.ts';
import type { Language, Payload } from './payload.ts';

/** Each of Python's payloads needs two fresh interpreters, so one in so many of each class is tried. */
const ONE_IN = 6;

export function chosen(language: Language): Payload[] {
  const all = payloads[language];
  if (language === 'javascript' || process.env.NABLA_ESCAPES === 'all') return all;
  const seen = new Map<string, number>();
  return all.filter((payload) => {
    const before = seen.get(payload.class) ?? 0;
    seen.set(payload.class, before + 1);
    return before % ONE_IN === 0;
  });
}
