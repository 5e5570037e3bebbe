/**
 * Grades a text with gaps: each gap earns its share of the points, and says itself whether it is right. Typed texts are compared as
 * those of a short text are, numbers as those of a number.
 */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionOf } from '../../question.ts';
import type { Feedback, TestOutcome, Verdict } from '../../results/verdict.ts';
import { holds } from '../number/accepted.ts';
import { foldText } from '../text/grade.ts';
import { gapsOf } from './asked.ts';
import type { GapKey } from './document.ts';
import { numberIn, unreadGaps } from './reading.ts';

/** What a gap earns, 0 … 1, and what is told of it. */
interface Earned {
  share: number;
  words: string[];
}
type Known = { share: number; words?: string | undefined };

const NOTHING: Earned = { share: 0, words: [] };
/** A third, three times, is all of it. */
const FULL = 1 - 1e-6;

/** What stands in a gap is worth. */
export function earnedIn(key: GapKey, given: string): Earned {
  if (key.takes === 'number') {
    const read = numberIn(given);
    return read.ok ? bestOf(key.entries.filter((one) => holds(one, read))) : NOTHING;
  }
  const fold = (text: string): string => foldText(text, key.capitals || key.takes !== 'text');
  const picked = key.takes === 'several' ? given.split('\n') : [given];
  const known = [...new Set(picked.map(fold))].map((one) => key.entries.filter(({ text }) => fold(text) === one));
  const each = known.map(bestOf);
  const sum = each.reduce((total, { share }) => total + share, 0);
  const share = sum >= FULL ? 1 : Math.max(0, sum);
  return { share, words: each.flatMap(({ words }) => words) };
}

function bestOf(known: readonly Known[]): Earned {
  const [best] = known.toSorted((one, other) => other.share - one.share);
  return best === undefined ? NOTHING : { share: best.share, words: best.words === undefined ? [] : [best.words] };
}

/** Share of the points, 0 … 1; a gap in which nothing stands earns nothing. */
export function gapsShare({ key }: QuestionOf<'gaps'>, { gaps }: AnswerOf<'gaps'>): number {
  const names = Object.entries(key.gaps);
  const whole = names.reduce((sum, [, { weight }]) => sum + weight, 0);
  const sum = names.reduce((total, [name, one]) => total + one.weight * earnedIn(one, gaps[name] ?? '').share, 0);
  return sum / whole;
}

/** How many gaps are right, where not all are. */
export function toldOfGaps({ key }: QuestionOf<'gaps'>, { gaps }: AnswerOf<'gaps'>): Feedback[] {
  const all = Object.entries(key.gaps);
  const right = all.filter(([name, one]) => earnedIn(one, gaps[name] ?? '').share === 1).length;
  return right === all.length ? [] : [say('gapsRight', { right, gaps: all.length })];
}

/** Grades a text with gaps: each gap earns its share. */
export function gradeGaps(question: QuestionOf<'gaps'>, answer: AnswerOf<'gaps'>): Verdict {
  const { key, points } = question;
  const common = { maxPoints: points, slips: [] };
  const unread = unreadGaps(question, answer);
  if (unread !== undefined)
    return {
      outcome: 'invalid',
      result: 'error',
      points: 0,
      tests: [],
      ...common,
      feedback: [unread.feedback],
      signature: '',
    };
  const share = gapsShare(question, answer);
  const whole = Object.values(key.gaps).reduce((sum, { weight }) => sum + weight, 0);
  const hundredths = (of: number): number => Math.round(of * 100) / 100;
  const tests = gapsOf(question).map(({ gap }): TestOutcome => {
    const one = key.gaps[gap];
    const { share: own, words } = one === undefined ? NOTHING : earnedIn(one, answer.gaps[gap] ?? '');
    const most = (points * (one?.weight ?? 0)) / whole;
    return {
      id: gap,
      name: `(${gap})`,
      visible: true,
      passed: own === 1,
      points: hundredths(most * own),
      maxPoints: hundredths(most),
      feedback: words.map((said) => say('textNote', { words: said })),
    };
  });
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail',
    points: hundredths(points * share),
    tests,
    ...common,
    feedback: [...toldOfGaps(question, answer), ...tests.flatMap(saidOfRight)],
    signature: share === 1 ? 'pass' : signatureOf(question, answer),
  };
}

/** What is told of a wrong gap stands beside it; of one that is right nothing is listed. */
const saidOfRight = ({ passed, feedback }: TestOutcome): Feedback[] => (passed === true ? feedback : []);

/** What is wrong, gap by gap. */
function signatureOf({ key }: QuestionOf<'gaps'>, { gaps }: AnswerOf<'gaps'>): string {
  return Object.entries(key.gaps)
    .flatMap(([name, one]) => {
      const text = gaps[name] ?? '';
      return earnedIn(one, text).share === 1
        ? []
        : [`${name}=${foldText(text, one.takes !== 'number' && one.capitals)}`];
    })
    .join(' ');
}

/** What is right in a gap, as it is handed in. */
export function rightIn(key: GapKey): string {
  if (key.takes === 'number') return String(bestEntry(key.entries).value);
  if (key.takes !== 'several') return bestEntry(key.entries).text;
  return key.entries
    .filter(({ share }) => share > 0)
    .map(({ text }) => text)
    .join('\n');
}

function bestEntry<T extends Known>(entries: readonly T[]): T {
  return entries.reduce((best, one) => (one.share > best.share ? one : best));
}
