/** Where a problem of the Markdown is told in the form that wrote it. Pure. */
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import { partAt, type WrittenText } from '../../../domain/lesson/written/write-written.ts';

export interface Placed {
  /** of the form: `items.0`, `fences.answer`, `attributes.points`; nothing: it belongs to no field */
  part: string;
  /** of the part's own text, from 1 */
  line: number;
}

/** What is wrong with a list as a whole is told at its first line, or where it is missing. */
const OF_LIST = new Set([
  ...['choice.options', 'choice.noKey', 'choice.weights', 'choice.creditOfOne', 'choice.creditOfWeights'],
  ...['order.items', 'order.noOrder', 'order.unshuffled', 'match.pairs', 'open.noList'],
]);
/** What is missing is told at the head. */
const MISSING: Readonly<Record<string, string>> = {
  'question.title': 'title',
  'question.prompt': 'prompt',
  'question.explanation': 'explanation',
};

export function placeProblem({ code, params, line }: LessonProblem, text: WrittenText): Placed {
  if (OF_LIST.has(code)) return { part: 'items', line: 1 };
  const missing = MISSING[code];
  if (missing !== undefined) return { part: missing, line: 1 };
  if (code === 'fence.missing') return { part: `fences.${params.word}`, line: 1 };
  const [, attribute] = /^attribute\.(.+)$/.exec(code) ?? [];
  if (attribute !== undefined) return { part: `attributes.${attribute}`, line: 1 };
  const place = partAt(text, line);
  if (place === undefined) return { part: '', line };
  return { part: place.part, line: Math.max(1, line - place.text + 1) };
}
