/** Words for codes that come from the domain: `feedback.wrongShape`, `maths.slip.sign`. */
import type { useTranslations } from 'next-intl';
import { paramsOf } from '../../../domain/feedback-params.ts';
import type { Feedback } from '../../../domain/results/verdict.ts';

type Words = ReturnType<typeof useTranslations<never>>;

/** The sentence for a code; a code without words is left out rather than shown bare. */
export function sentence(t: Words, feedback: Feedback): string | null {
  return t.has(feedback.code) ? t(feedback.code, paramsOf(feedback)) : null;
}
