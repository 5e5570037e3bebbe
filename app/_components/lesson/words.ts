/** Words for codes that come from the domain: `feedback.wrongShape`, `maths.slip.sign`. */
import type { useTranslations } from 'next-intl';
import type { Feedback } from '../../../domain/verdict.ts';

type Words = ReturnType<typeof useTranslations<never>>;

/** The sentence for a code; a code without words is left out rather than shown bare. */
export function sentence(t: Words, { code, params }: Feedback): string | null {
  return t.has(code) ? t(code, params) : null;
}
