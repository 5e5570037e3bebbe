/**
 * What a rehearsal player answers: some right, some as students go wrong, so that a teacher sees the whole flow before
 * the class comes. Pure; drawn from a random source.
 */
import type { Answer } from '../answer.ts';
import { rightOrder } from '../judging/order.ts';
import { truthTape } from '../maths/check.ts';
import { tapeText } from '../maths/tape-text.ts';
import type { MathsTruth } from '../maths/truth.ts';
import type { Question, QuestionOf } from '../question.ts';

/** Most rehearsal players in a room. */
export const MOST_REHEARSAL = 30;
/** Of so many answers one is right. */
const SHARE_RIGHT = 0.6;

/** An answer, and after which share of the time it is sent. @param random uniform in [0, 1) */
export function rehearsalAnswer(question: Question, random: () => number): { answer: Answer; after: number } {
  const right = random() < SHARE_RIGHT;
  return { answer: answerTo(question, right, random), after: 0.1 + 0.6 * random() };
}

function answerTo(question: Question, right: boolean, random: () => number): Answer {
  switch (question.kind) {
    case 'choice': {
      if (right) return { choices: [...question.key.correct] };
      const wrong = question.options
        .map((option) => option.letter)
        .filter((one) => !question.key.correct.includes(one));
      return { choices: [wrong[Math.floor(random() * wrong.length)] ?? 'A'] };
    }
    case 'number':
      return { value: String(right ? question.key.value : wrongNumber(question, random)) };
    case 'text':
      return { text: right ? (question.key.accept[0] ?? '') : wrongText(question, random) };
    case 'order':
      return { order: right ? rightOrder(question.key) : shuffled(Object.keys(question.key.places), random) };
    case 'maths':
      return { parts: mathsParts(question, right, random) };
    case 'blanks':
      return { gaps: right ? { ...question.key.gaps } : withOneWrong(question.key.gaps, random) };
    case 'function':
      return { code: right ? question.key.solution : question.starter };
  }
}

function wrongNumber({ key }: QuestionOf<'number'>, random: () => number): number {
  const slips = [-key.value, 2 * key.value, key.value / 2, key.value + 1].filter((one) => one !== key.value);
  return slips[Math.floor(random() * slips.length)] ?? key.value + 1;
}

function wrongText({ key }: QuestionOf<'text'>, random: () => number): string {
  const slips = key.notes.map((note) => note.text);
  return slips[Math.floor(random() * slips.length)] ?? '?';
}

function shuffled(letters: readonly string[], random: () => number): string[] {
  return letters
    .map((letter) => ({ letter, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ letter }) => letter);
}

function mathsParts({ key, variables, parts }: QuestionOf<'maths'>, right: boolean, random: () => number) {
  const wrong = right ? -1 : Math.floor(random() * parts.length);
  return Object.fromEntries(
    parts.map(({ id }, index) => {
      const truth = key.truths[id];
      const text = truth === undefined ? undefined : mathsText(truth, variables);
      if (text === undefined) return [id, '0'];
      return [id, index === wrong ? slipOf(text, random) : text];
    }),
  );
}

/** Known ways to go wrong: the sign, a factor, a constant. */
function slipOf(text: string, random: () => number): string {
  const slips = [`-(${text})`, `2*(${text})`, `(${text})+1`];
  return slips[Math.floor(random() * slips.length)] ?? text;
}

function mathsText(truth: MathsTruth, variables: readonly string[]): string | undefined {
  if ('expected' in truth) return truth.expected;
  const tape = truthTape(truth, variables);
  return tape === undefined ? undefined : tapeText(tape);
}

function withOneWrong(gaps: Record<string, string>, random: () => number): Record<string, string> {
  const names = Object.keys(gaps);
  const wrong = names[Math.floor(random() * names.length)];
  return wrong === undefined ? gaps : { ...gaps, [wrong]: '0' };
}
