/** Feedback in English, from the message catalogues. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'use-intl/core';
import { paramsOf } from '../../domain/feedback-params.ts';
import type { Feedback } from '../../domain/results/verdict.ts';

/** Messages by their dotted path. */
type Catalogue = Record<string, string>;

const catalogue = (name: string): Catalogue =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../../messages/en/${name}.json`), 'utf8'));

const messages = { feedback: catalogue('feedback'), maths: catalogue('maths') };
const translate = createTranslator({ locale: 'en', messages, onError: () => undefined });

type Key = `feedback.${string}` | `maths.${string}`;
const isKey = (code: string): code is Key => /^(?:feedback|maths)\./.test(code);

/** One sentence or two for each, in order; a code without words is shown as it is. */
export function wordsOf(feedback: readonly Feedback[]): string {
  return feedback.map((one) => (isKey(one.code) ? translate(one.code, paramsOf(one)) : one.code)).join(' ');
}
