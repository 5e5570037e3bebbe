/**
 * What a player is told of their own answer once the key is open, where it is scored on the spot: how it was read, and why
 * it is wrong. Of maths and code the verdict says it.
 */
import type { Answer } from '../answer.ts';
import { gradeNumber, readingOf } from '../judging/number.ts';
import { gradeOrder } from '../judging/order.ts';
import { gradeText, noteOnText } from '../judging/text.ts';
import type { Question } from '../question.ts';
import type { Feedback } from '../verdict.ts';
import type { Told } from './views.ts';

/** null: nothing is to be told beside the key. */
export function toldOf(question: Question, answer: Answer): Told | null {
  const told = toldByKind(question, answer);
  return told.notes.length + told.feedback.length === 0 && told.tex === null ? null : told;
}

function toldByKind(question: Question, answer: Answer): Told {
  if (question.kind === 'choice' && 'choices' in answer) {
    const { correct, notes } = question.key;
    const wrong = answer.choices.filter((letter) => !correct.includes(letter));
    return { ...NOTHING, notes: wrong.flatMap((letter) => noteIn(notes, letter)) };
  }
  if (question.kind === 'number' && 'value' in answer) {
    const read = readingOf(question, answer, true);
    return { ...NOTHING, tex: read.ok ? read.tex : null, feedback: gradeNumber(question, answer, true).feedback };
  }
  if (question.kind === 'text' && 'text' in answer) {
    const { feedback } = gradeText(question, answer);
    const note = feedback.some(isNote) ? noteOnText(answer.text, question.key) : undefined;
    // typeset, in place of the same in plain words
    const notes = note === undefined ? [] : [{ letter: null, html: note.html }];
    return { ...NOTHING, notes, feedback: feedback.filter((one) => !isNote(one)) };
  }
  if (question.kind === 'order' && 'order' in answer)
    return { ...NOTHING, feedback: gradeOrder(question, answer).feedback };
  return NOTHING;
}

const NOTHING: Told = { notes: [], tex: null, feedback: [] };

const isNote = ({ code }: Feedback): boolean => code === 'feedback.textNote';

function noteIn(notes: Readonly<Record<string, string>>, letter: string): Told['notes'] {
  const html = notes[letter];
  return html === undefined ? [] : [{ letter, html }];
}
