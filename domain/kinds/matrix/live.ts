/** A matrix in a live room: the pool grades it, and answers are grouped by what they do. */
import type { QuestionOf } from '../../question.ts';
import type { LiveKind } from '../live-kind.ts';
import { written } from '../maths/live.ts';
import { matrixText } from './places.ts';

export const matrixLive: LiveKind<'matrix'> = {
  label: () => '',
  right: rightText,
  form: ({ variables, shape }) => [variables, shape],
  rehearse(question, right, random) {
    const entries = question.key.entries.map((row) => row.map((truth) => written(truth, question.variables) ?? '0'));
    if (!right) {
      const row = entries[Math.floor(random() * entries.length)];
      const column = Math.floor(random() * (row?.length ?? 0));
      // also where the truth is 0 no sign or factor would be wrong
      const off = 1 + Math.floor(random() * 3);
      if (row !== undefined) row[column] = `(${row[column]})+${off}`;
    }
    return { kind: 'matrix', entries };
  },
  asksWhole: true,
};

/** What is right as it can be typed; null: it is differentiated, and nobody has written it. */
function rightText({ key }: QuestionOf<'matrix'>): string | null {
  const texts = key.entries.map((row) => row.map((truth) => ('expected' in truth ? truth.expected : null)));
  return texts.flat().includes(null) ? null : matrixText(texts.map((row) => row.map((text) => text ?? '')));
}
