/** How the answers of a round that is scored on the spot are counted: by option or pair, or by what they say. */
import type { Answer } from '../answer.ts';
import { askedKind } from '../kinds/asked.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../question.ts';
import type { StoredAnswer } from './room.ts';
import { shareRight } from './score.ts';
import type { Tally } from './views.ts';

/** So many different numbers, texts or orders are told; the rest is rare. */
const MOST = 8;

/** The most frequent first; options in their own order. */
export function distribution(question: Question, given: readonly StoredAnswer[]): Tally[] {
  const { live } = kindOf(question);
  const fitting = given.filter((one) => one.answer.kind === question.kind);
  const { tallied } = live;
  if (tallied !== undefined) {
    const notes = tallied.notes(question);
    const answers = fitting.map(({ answer }) => answer);
    const letters = (askedKind(question).lettered?.(question) ?? []).map(({ letter }) => letter);
    return (tallied.counted?.(question, answers) ?? letters).map((letter) => ({
      label: letter,
      count: fitting.filter((one) => tallied.letters(one.answer).includes(letter)).length,
      correct: tallied.correct(question).includes(letter),
      noteHtml: notes[letter] ?? null,
    }));
  }
  // what one says to numbers of one's own is nothing that others could have said
  if (given.some(({ asked }) => asked !== undefined)) return [];
  const groupOf = (answer: Answer): string => live.group?.(question, answer) ?? live.label(question, answer);
  const tallies = [...Map.groupBy(fitting, (one) => groupOf(one.answer)).values()]
    .flatMap((members) => {
      const [first] = members;
      if (first === undefined) return [];
      const shares = members.map((one) => shareRight(question, one));
      return {
        label: live.label(question, first.answer),
        count: members.length,
        correct: shares.every((share) => share === 1),
        ...(shares.every((share) => share > 0 && share < 1) ? { partly: true as const } : {}),
        noteHtml: live.note?.(question, first.answer) ?? null,
      };
    })
    .sort((a, b) => b.count - a.count);
  return withOthers(live.right(question), tallies, live.drawsAll === true);
}

/** So many of what is left over are drawn. */
const MOST_DRAWN = 200;

/** The right ones and the most frequent of the rest; what is left over is counted together, so that nobody is missing. */
function withOthers(value: string | null, tallies: readonly Tally[], drawsAll: boolean): Tally[] {
  if (tallies.length === 0) return [];
  const right = tallies.filter((tally) => tally.correct);
  const wrong = tallies.filter((tally) => !tally.correct);
  // what is right is listed though nobody said it
  const nobody = { label: value ?? '', count: 0, correct: true, noteHtml: null };
  const told = right.length === 0 && value !== null ? [nobody] : right.slice(0, MOST);
  const most = Math.max(0, MOST - told.length);
  const rest = [...right.slice(MOST), ...wrong.slice(most)];
  const listed = [...told, ...wrong.slice(0, most)].sort((a, b) => b.count - a.count);
  if (rest.length === 0) return listed;
  const count = rest.reduce((sum, one) => sum + one.count, 0);
  const each = rest.slice(0, MOST_DRAWN).map(({ noteHtml: _words, ...one }) => one);
  const others = { label: '', count, correct: false, noteHtml: null, others: rest.length };
  return [...listed, { ...others, ...(drawsAll ? { each } : {}) }];
}
