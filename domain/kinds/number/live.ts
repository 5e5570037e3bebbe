/** A number in a live room: numbers of one value are counted together, however they are written. */
import { isUnfit } from '../../people/names/unfit.ts';
import type { QuestionOf } from '../../question.ts';
import { eulerInPlay } from '../common/euler.ts';
import { UNFIT_LABEL } from '../common/unfit-label.ts';
import type { LiveKind } from '../live-kind.ts';
import { gradeNumber, isRight, readingOf } from './grade.ts';

export const numberLive: LiveKind<'number'> = {
  share(question, answer) {
    const read = readingOf(question, answer, true);
    return read.ok && isRight(question, read) ? 1 : 0;
  },
  told(question, answer) {
    const read = readingOf(question, answer, true);
    return { tex: read.ok ? read.tex : null, feedback: gradeNumber(question, answer, true).feedback };
  },
  label(question, answer) {
    const isNumber = readingOf(question, answer, true).ok;
    // what was chosen says more than `1,500`
    return !isNumber && isUnfit(answer.value) ? UNFIT_LABEL : (answer.reading ?? answer.value).trim();
  },
  group(question, answer) {
    const read = readingOf(question, answer, true);
    return read.ok ? `= ${read.value}` : this.label(question, answer);
  },
  right: ({ key }) => String(key.value),
  form: () => null,
  rehearse: (question, right, random) => ({
    kind: 'number',
    value: String(right ? question.key.value : wrongNumber(question, random)),
  }),
  shown: (question) => ({ unit: question.unit, ...(eulerInPlay(question) ? { euler: true } : {}) }),
  asksWhole: false,
};

function wrongNumber({ key }: QuestionOf<'number'>, random: () => number): number {
  const slips = [-key.value, 2 * key.value, key.value / 2, key.value + 1].filter((one) => one !== key.value);
  return slips[Math.floor(random() * slips.length)] ?? key.value + 1;
}
