/** What a student sees of their own work on one question: pure, from the question with its key and what is stored. */

import type { Takes, Untold } from './activities/standing.ts';
import type { Answer } from './answer.ts';
import { carryOver } from './being-written.ts';
import { askedKind, hasContent } from './kinds/asked.ts';
import { kindOf } from './kinds/kinds.ts';
import { wordsOn } from './misconceptions/seen.ts';
import { type Question, type QuestionView, viewOf } from './question.ts';
import { type GradedSubmission, scoreOf } from './results/score.ts';
import { studentVerdict } from './results/student-verdict.ts';
import type { Result, Verdict } from './results/verdict.ts';

interface PracticeSubmission {
  id: string;
  at: string;
  answer: Answer;
  verdict: Verdict | undefined;
  /** what it answered: the same for versions that grade alike */
  asked?: string;
  /** by whose key it was graded, after a regrade another one: likewise */
  gradedAs?: string;
  /** hints that were open when it was handed in; unless told none */
  hints?: number;
  /** it came when it could count nowhere any more */
  practice?: boolean;
  /** ISO time at which the verdict came by a regrade */
  regradedAt?: string | undefined;
  /** the question as it was then, where the lesson asks something else by now */
  otherWording?: QuestionView | undefined;
}

/** What was written for another wording of a question than is asked now, and that wording. */
export interface EarlierWork {
  question: QuestionView;
  answer: Answer;
}

/** What is stored about one student and one question; submissions newest first. */
export interface PracticeRecord {
  draft: { answer: Answer; updatedAt: string; otherWording?: QuestionView | undefined } | undefined;
  submissions: readonly PracticeSubmission[];
  /** what is asked now, as in the submissions */
  asked?: string;
  /** of what is asked now */
  hintsShown: number;
  /** what its activities say; left out: it was not given */
  given?: GivenQuestion;
}

/** What activities say of a question. */
export interface GivenQuestion {
  takes: Takes;
  /** the time has come at which answers are told to everybody */
  released: boolean;
  /** what came of it is not told yet */
  untold: Untold | undefined;
}

/** The newest submission to a question. */
interface LastSubmission {
  id: string;
  /** ISO time at which it was stored */
  at: string;
  answer: Answer;
  /** as its student may see it (`studentVerdict`); null: being graded */
  verdict: Verdict | null;
  /** it was an answer to another wording of the question than is asked now */
  changed: boolean;
  /** it was one to the same question with other values */
  otherValues?: true;
  /** it counts nowhere */
  practice?: true;
  /** it is graded, and what came of it is not told yet */
  untold?: true;
}

/** Everything about one question that belongs to one student, as they may see it. */
export interface PracticeState {
  /** rises with every change; of two states the higher one counts */
  version: number;
  /** what was written last, as far as it can stand in the field of this question */
  draft: Answer | null;
  /** ISO time at which the draft was stored */
  draftSavedAt: string | null;
  /** what was written last, where that was for another wording */
  earlier: EarlierWork | null;
  last: LastSubmission | null;
  /** graded submissions that spent an attempt */
  attemptsUsed: number;
  /** null: nothing graded yet */
  bestPoints: number | null;
  /** ISO time at which something of it was graded anew against a corrected lesson, the last time */
  regradedAt: string | null;
  /** hints already asked for, in order */
  hintsShown: string[];
  /** null: not open yet (see `solutionAfter`) */
  solutionHtml: string | null;
  explanationHtml: string | null;
  /** for a choice, or pairs by their names, once it is told: the right letters, and why one picks the wrong ones that were picked */
  choice: { correct: string[]; notes: Record<string, string> } | null;
  /** what is said to who answers like the newest answer, as HTML */
  misread: string[];
  /** the author's words on just this number or text, as HTML: the verdict has them as they were written; left out: none */
  noted?: string;
  /** left out: it was not given, and everything counts. `until`: ISO time until which nothing is told; null: for good */
  given?: { takes: Takes; untold?: { until: string | null } };
}

/** With these nothing is left to be found out. */
const OPENS: ReadonlySet<Result> = new Set(['pass', 'received']);

/**
 * @param version rises with time: of two states the higher one is the newer
 */
export function practiceState(question: Question, record: PracticeRecord, version: number): PracticeState {
  const [last] = record.submissions;
  const { untold, released = false } = record.given ?? {};
  const graded = record.submissions
    .toReversed()
    .flatMap(({ id, verdict, asked, hints = 0, practice = false }): GradedSubmission[] =>
      verdict === undefined || practice ? [] : [{ submissionId: id, hints, asked, ...pick(verdict) }],
    );
  // points stay whatever is asked now; what is open, and what is spent, is of what is asked now
  const best = scoreOf(graded, question.costs);
  const score = scoreOf(
    graded.filter((one) => one.asked === record.asked),
    question.costs,
  );
  const attemptsUsed = score?.attempts ?? 0;
  const passed = record.submissions.some(
    ({ verdict, asked, gradedAs }) =>
      verdict?.outcome === 'graded' && OPENS.has(verdict.result) && (gradedAs ?? asked) === record.asked,
  );
  const spent = question.attempts !== null && attemptsUsed >= question.attempts;
  const solutionOpen =
    untold === undefined &&
    (released || passed || spent || (question.solutionAfter !== null && attemptsUsed >= question.solutionAfter));
  const newest = last?.asked === record.asked ? last : undefined;
  const noted = untold === undefined ? notedOn(question, newest) : null;
  return {
    version,
    draft: draftFor(question, record.draft),
    earlier: earlierOf(record.draft),
    draftSavedAt: record.draft?.updatedAt ?? null,
    last:
      last === undefined
        ? null
        : {
            id: last.id,
            at: last.at,
            answer: last.answer,
            verdict: last.verdict === undefined || isUntold(last.verdict, untold) ? null : studentVerdict(last.verdict),
            changed: last.otherWording !== undefined,
            ...(isOfOtherValues(question, last.otherWording) ? { otherValues: true as const } : {}),
            ...(last.practice === true ? { practice: true as const } : {}),
            ...(last.verdict !== undefined && isUntold(last.verdict, untold) ? { untold: true as const } : {}),
          },
    attemptsUsed,
    bestPoints: untold === undefined ? (best?.points ?? null) : null,
    regradedAt: untold === undefined ? lastRegrade(record.submissions) : null,
    hintsShown: question.key.hints.slice(0, record.hintsShown),
    solutionHtml: solutionOpen ? question.key.solutionHtml : null,
    explanationHtml: solutionOpen ? question.key.explanationHtml : null,
    choice: untold === undefined ? choiceTold(question, newest, solutionOpen) : null,
    misread: untold === undefined ? wordsOn(question, last?.verdict ?? {}) : [],
    ...(noted === null ? {} : { noted }),
    ...(record.given === undefined ? {} : { given: givenTold(record.given) }),
  };
}

function notedOn(question: Question, last: PracticeSubmission | undefined): string | null {
  if (last?.verdict?.outcome !== 'graded' || last.otherWording || last.answer.kind !== question.kind) return null;
  return kindOf(question).live.note?.(question, last.answer) ?? null;
}

/** What is not graded tells nothing of the key: that it could not be read is told at once. */
export function isUntold({ outcome }: Pick<Verdict, 'outcome'>, untold: Untold | undefined): boolean {
  return untold !== undefined && outcome === 'graded';
}

function givenTold({ takes, untold }: GivenQuestion): NonNullable<PracticeState['given']> {
  if (untold === undefined) return { takes };
  return { takes, untold: { until: untold.until === null ? null : new Date(untold.until).toISOString() } };
}

function lastRegrade(submissions: readonly PracticeSubmission[]): string | null {
  return (
    submissions
      .flatMap(({ regradedAt }) => regradedAt ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

function draftFor(question: Question, draft: PracticeRecord['draft']): Answer | null {
  if (draft === undefined) return null;
  if (draft.otherWording === undefined) return draft.answer;
  if (isOfOtherValues(question, draft.otherWording)) return askedKind(question).nothing;
  // of what was written for another wording, text may stand in the field; letters would say something else
  return carryOver(viewOf(question), draft.answer) ?? askedKind(question).nothing;
}

function isOfOtherValues(question: Question, other: QuestionView | undefined): boolean {
  return other !== undefined && other.variant !== question.variant;
}

function earlierOf(draft: PracticeRecord['draft']): EarlierWork | null {
  if (draft?.otherWording === undefined || !hasContent(draft.answer)) return null;
  return { question: draft.otherWording, answer: draft.answer };
}

function pick({ outcome, result, points, maxPoints }: Verdict) {
  return { outcome, result, points, maxPoints };
}

/**
 * The right letters once they are open; before that, why one picks the wrong ones that were picked. Of an answer that was
 * not graded nothing: all letters of a question with one right one could be sent, and cost no attempt.
 */
function choiceTold(question: Question, last: PracticeSubmission | undefined, open: boolean): PracticeState['choice'] {
  const { tallied } = kindOf(question).live;
  if (tallied === undefined || last?.verdict?.outcome !== 'graded' || last.otherWording) return null;
  if (last.answer.kind !== question.kind) return null;
  const correct = tallied.correct(question);
  const notes = tallied.notes(question);
  const picked = tallied.letters(last.answer).filter((letter) => !correct.includes(letter));
  return {
    correct: open ? [...correct] : [],
    notes: Object.fromEntries(
      picked.flatMap((letter) => (notes[letter] === undefined ? [] : [[letter, notes[letter]]])),
    ),
  };
}
