/** A short text in a live room: texts that read alike are counted together, and all that are spelt almost right. */
import type { AnswerOf } from '../../answer.ts';
import { isUnfit } from '../../people/names/unfit.ts';
import type { QuestionOf } from '../../question.ts';
import type { Feedback } from '../../results/verdict.ts';
import { UNFIT_LABEL } from '../common/unfit-label.ts';
import type { LiveKind } from '../live-kind.ts';
import { acceptedText, foldText, gradeText, isWrong, noteOnText } from './grade.ts';

export const textLive: LiveKind<'text'> = {
  share: ({ key }, { text }) => acceptedText(text, key)?.share ?? 0,
  told(question, answer) {
    const { feedback } = gradeText(question, answer);
    const note = feedback.some(isNote) ? noteSaid(question, answer) : undefined;
    // typeset, in place of the same in plain words
    const notes = note === undefined ? [] : [{ letter: null, html: note.html }];
    return { notes, feedback: feedback.filter((one) => !isNote(one)) };
  },
  label: labelOf,
  group(question, answer) {
    const label = labelOf(question, answer);
    return label === UNFIT_LABEL ? label : foldText(label, question.key.capitals);
  },
  note: (question, answer) => noteSaid(question, answer)?.html ?? null,
  right: ({ key }) => key.accept[0] ?? null,
  form: () => null,
  rehearse: ({ key }, right, random) => {
    const slips = key.notes.map((note) => note.text).filter((one) => isWrong(one, key));
    const wrong = slips[Math.floor(random() * slips.length)] ?? '?';
    return { kind: 'text', text: right ? (key.accept[0] ?? '') : wrong };
  },
  asksWhole: true,
};

function labelOf({ key }: QuestionOf<'text'>, { text }: AnswerOf<'text'>): string {
  const accepted = acceptedText(text, key);
  if (accepted !== undefined) return accepted.text;
  return isUnfit(text) ? UNFIT_LABEL : text.trim();
}

/** Also where it is spelt almost as what the words are about. */
const noteSaid = ({ key }: QuestionOf<'text'>, { text }: AnswerOf<'text'>) =>
  noteOnText(acceptedText(text, key)?.text ?? text, key);

const isNote = ({ code }: Feedback): boolean => code === 'feedback.textNote';
