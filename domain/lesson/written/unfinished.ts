/** A question that lacks only what its card can be shown without: its author sees it while the rest is still to be written. */
import type { LessonProblem } from '../problems.ts';
import { writeQuestion } from './write-written.ts';
import type { WrittenQuestion } from './written.ts';

const CAN_WAIT = new Set(['question.title', 'question.explanation']);
/** What stands there until something is written. */
const TO_COME = '…';

/** @returns the text with something in the place of what is missing; null where more is wrong than that */
export function finishedForNow(written: WrittenQuestion | null, problems: readonly LessonProblem[]): string | null {
  if (written === null || problems.length === 0 || !problems.every(({ code }) => CAN_WAIT.has(code))) return null;
  const { title, explanation } = written;
  return writeQuestion({
    ...written,
    title: title.trim() === '' ? TO_COME : title,
    explanation: explanation === null || explanation.trim() === '' ? TO_COME : explanation,
  }).source;
}
