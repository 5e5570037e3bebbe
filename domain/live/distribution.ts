/** How the answers of a round that is scored on the spot are counted: by option, number, text or order. */
import type { Answer } from '../answer.ts';
import { readingOf } from '../judging/number.ts';
import { acceptedText, foldText, noteOnText } from '../judging/text.ts';
import { isUnfit } from '../names/unfit.ts';
import type { Question, QuestionOf } from '../question.ts';
import { rightText } from './right-text.ts';
import type { StoredAnswer } from './room.ts';
import { shareRight } from './score.ts';
import type { Tally } from './views.ts';

/** So many different numbers, texts or orders are told; the rest is rare. */
const MOST = 8;
/** Stands for texts that no class needs to read from the wall. */
const UNFIT_LABEL = '***';

/** The most frequent first; options in their own order. */
export function distribution(question: Question, given: readonly StoredAnswer[]): Tally[] {
  if (question.kind === 'choice')
    return question.options.map(({ letter }) => ({
      label: letter,
      count: given.filter((one) => 'choices' in one.answer && one.answer.choices.includes(letter)).length,
      correct: question.key.correct.includes(letter),
      noteHtml: question.key.notes[letter] ?? null,
    }));
  const tallies = [...Map.groupBy(given, (one) => groupOf(question, one.answer)).values()]
    .map((members) => ({
      label: members[0] === undefined ? '' : labelOf(question, members[0].answer),
      count: members.length,
      correct: members.every((one) => shareRight(question, one) === 1),
      noteHtml: members[0] === undefined ? null : noteOf(question, members[0].answer),
    }))
    .sort((a, b) => b.count - a.count);
  return withOthers(question, tallies);
}

/** The right ones and the most frequent of the rest; what is left over is counted together, so that nobody is missing. */
function withOthers(question: Question, tallies: readonly Tally[]): Tally[] {
  if (tallies.length === 0) return [];
  const right = tallies.filter((tally) => tally.correct);
  const wrong = tallies.filter((tally) => !tally.correct);
  const value = rightText(question);
  // what is right is listed though nobody said it
  const nobody = { label: value ?? '', count: 0, correct: true, noteHtml: null };
  const told = right.length === 0 && value !== null ? [nobody] : right.slice(0, MOST);
  const most = Math.max(0, MOST - told.length);
  const rest = [...right.slice(MOST), ...wrong.slice(most)];
  const listed = [...told, ...wrong.slice(0, most)].sort((a, b) => b.count - a.count);
  if (rest.length === 0) return listed;
  const count = rest.reduce((sum, one) => sum + one.count, 0);
  return [...listed, { label: '', count, correct: false, noteHtml: null, others: rest.length }];
}

/** Equal for answers that are counted together: numbers of one value, texts that read alike, and all that are spelt almost right. */
function groupOf(question: Question, answer: Answer): string {
  if (question.kind === 'number' && 'value' in answer) {
    const read = readingOf(question, answer, true);
    return read.ok ? `= ${read.value}` : labelOf(question, answer);
  }
  if (question.kind !== 'text' || !('text' in answer)) return labelOf(question, answer);
  const label = labelOf(question, answer);
  return label === UNFIT_LABEL ? label : foldText(label, question.key.capitals);
}

function labelOf(question: Question, answer: Answer): string {
  if ('value' in answer && question.kind === 'number') {
    const isNumber = readingOf(question, answer, true).ok;
    // what was chosen says more than `1,500`
    return !isNumber && isUnfit(answer.value) ? UNFIT_LABEL : (answer.reading ?? answer.value).trim();
  }
  if ('order' in answer) return answer.order.join(' → ');
  return 'text' in answer && question.kind === 'text' ? textLabel(question, answer.text) : '';
}

function textLabel({ key }: QuestionOf<'text'>, text: string): string {
  const accepted = acceptedText(text, key);
  if (accepted !== undefined) return accepted.text;
  return isUnfit(text) ? UNFIT_LABEL : text.trim();
}

function noteOf(question: Question, answer: Answer): string | null {
  return question.kind === 'text' && 'text' in answer ? (noteOnText(answer.text, question.key)?.html ?? null) : null;
}
