/** A number in a live room: numbers of one value are counted together, however they are written. */
import { exactNumber } from '../../judging/exact.ts';
import { isUnfit } from '../../people/names/unfit.ts';
import type { QuestionOf } from '../../question.ts';
import { eulerInPlay } from '../common/euler.ts';
import { UNFIT_LABEL } from '../common/unfit-label.ts';
import type { LiveKind } from '../live-kind.ts';
import { earned, rightOf, rightTexts } from './accepted.ts';
import { gradeNumber, readingOf } from './grade.ts';

export const numberLive: LiveKind<'number'> = {
  share(question, answer) {
    const read = readingOf(question, answer, true);
    return read.ok ? earned(question.key, read).share : 0;
  },
  told(question, answer) {
    const read = readingOf(question, answer, true);
    const { feedback } = gradeNumber(question, answer, true);
    if (!read.ok) return { tex: null, feedback };
    const note = earned(question.key, read).other?.note;
    // typeset, in place of the same in plain words
    const notes = note === undefined ? [] : [{ letter: null, html: note.html }];
    return { tex: read.tex, notes, feedback: feedback.filter(({ code }) => code !== 'feedback.textNote') };
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
  note(question, answer) {
    const read = readingOf(question, answer, true);
    return read.ok ? (earned(question.key, read).other?.note?.html ?? null) : null;
  },
  right: ({ key }) => rightTexts(key).join('; '),
  form: () => null,
  rehearse: (question, right, random) => ({
    kind: 'number',
    value: String(right ? question.key.value : wrongNumber(question, random)),
  }),
  shown: (question) => ({ unit: question.unit, ...(eulerInPlay(question) ? { euler: true } : {}) }),
  asksWhole: false,
};

/** One that earns nothing. */
function wrongNumber({ key }: QuestionOf<'number'>, random: () => number): number {
  const { value } = key;
  const known = (key.others ?? []).flatMap(({ is, share }) => (share === 0 && 'value' in is ? [is.value] : []));
  const slips = [-value, 2 * value, value / 2, value + 1, ...known].filter((one) => shareOf(key, one) === 0);
  return slips[Math.floor(random() * slips.length)] ?? beyond(key);
}

/** Larger than all that is known. */
function beyond(key: QuestionOf<'number'>['key']): number {
  const ends = [rightOf(key), ...(key.others ?? []).map(({ is }) => is)].map((is) =>
    'low' in is ? is.high : is.value + is.tolerance.absolute + Math.abs(is.value) * is.tolerance.relative,
  );
  const most = Math.max(...ends);
  return most + Math.abs(most) + 1;
}

function shareOf(key: QuestionOf<'number'>['key'], value: number): number {
  const exact = exactNumber(value);
  return exact === undefined ? 0 : earned(key, { value, exact }).share;
}
