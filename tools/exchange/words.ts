/** What is said of an import, in English. */
import { createTranslator, type Messages } from 'use-intl/core';
import type { Place } from '../../domain/exchange/foreign.ts';
import type { Remark } from '../../domain/exchange/remark.ts';
import exchange from '../../messages/en/exchange.json' with { type: 'json' };
import lessonProblems from '../../messages/en/lesson-problems.json' with { type: 'json' };

const catalogue: Messages = { exchange, lessonProblems };
const t = createTranslator({ locale: 'en', messages: catalogue, namespace: 'exchange' });
const ofCompiler = createTranslator({ locale: 'en', messages: catalogue, namespace: 'lessonProblems' });

/** One remark as a sentence; of what the compiler refuses, with what it says. */
export function sentenceOf({ code, params, problem }: Remark): string {
  return t(code, problem === undefined ? params : { ...params, problem: ofCompiler(problem.code, problem.params) });
}

/** Where an item stands, as somebody looks for it: a line, a row, a number. */
export function placeOf({ unit, number, file }: Place): string {
  // no sign between thousands: it is a place, and no amount
  return file === undefined
    ? t(`at.${unit}`, { number: String(number) })
    : t('at.lineOf', { file, number: String(number) });
}
