/** A text with gaps, as everybody knows it. */
import type { QuestionViewOf } from '../../question.ts';
import { type AskedKind, USUALLY } from '../asked-kind.ts';
import { anyFilled } from '../common/named-texts.ts';
import type { GapRun } from './document.ts';

/** Its gaps, in the order of the text. */
export const gapsOf = ({ passage }: Pick<QuestionViewOf<'gaps'>, 'passage'>): GapRun[] =>
  passage.flatMap((line) => ('runs' in line ? line.runs.flatMap((run) => ('gap' in run ? [run] : [])) : []));

/** What stands in a gap, as one writes it in a line. */
const lineOf = (text: string): string => text.split('\n').join(', ');

export const gaps: AskedKind<'gaps'> = {
  ...USUALLY,
  kind: 'gaps',
  field: 'gaps',
  asksForMissing: true,
  testsAreFields: true,
  promptInField: true,
  nothing: { kind: 'gaps', gaps: {} },
  hasContent: ({ gaps: texts }) => anyFilled(texts),
  text: ({ gaps: texts }) =>
    Object.entries(texts)
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .map(([name, text]) => `(${name}) ${lineOf(text)}`)
      .join(' · '),
  namesIn: (question) => gapsOf(question).map(({ gap }) => gap),
  namesOf: ({ gaps: texts }) => Object.keys(texts),
};
