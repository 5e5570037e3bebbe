/** The documents that are stored, each with the steps from its older versions. */
import type { Answer } from '../answer.ts';
import type { LessonFrame } from '../lesson/compiled.ts';
import type { Banked, QuestionDocument } from '../lesson/pins.ts';
import { type LiveState, liveState } from '../live/state.ts';
import { type PracticeCard, practiceCard } from '../practising/card.ts';
import type { QuestionKey } from '../question.ts';
import { type Verdict, verdict } from '../results/verdict.ts';
import { saysItsKind } from './answer-steps.ts';
import { type DocumentFormat, documentFormat, type Fields } from './format.ts';
import { sharesOfSeveral } from './question-steps.ts';
import { allTheSame, nothingSaid, stateDefaults } from './state-steps.ts';

/** What was checked when it was written is trusted when it is read. */
const trusted =
  <T extends object>() =>
  (fields: Fields): T =>
    fields as T;

export const answerDocument: DocumentFormat<Answer> = documentFormat('answer', [saysItsKind], trusted<Answer>());
export const verdictDocument: DocumentFormat<Verdict> = documentFormat(
  'verdict',
  // 1 → 2: it may say which misconceptions an answer shows
  // 2 → 3: and which words are told of it
  [(older) => older, (older) => older],
  (fields) => verdict.parse(fields),
);
export const stateDocument: DocumentFormat<LiveState> = documentFormat(
  'live session',
  // 3 → 4: a question may be planned with values that were drawn for the room; 4 → 5: or for each of its players
  [stateDefaults, nothingSaid, (state) => state, allTheSame],
  (fields) => liveState.parse(fields),
);
/** When a question comes back to be practised again. */
export const cardDocument: DocumentFormat<PracticeCard> = documentFormat('practice card', [], (fields) =>
  practiceCard.parse(fields),
);
/** What a lesson shows beside its questions. 1 → 2: those were in it, and one of them could say more; 2 → 3: it may hold figures as data; 3 → 4: one of its questions may be made for the room. */
export const lessonDocument: DocumentFormat<LessonFrame> = documentFormat(
  'lesson',
  [(lesson) => lesson, (lesson) => lesson, (lesson) => lesson],
  trusted<LessonFrame>(),
);
/** The public half of a question, without what its place in a lesson says of it. */
export const questionDocument: DocumentFormat<QuestionDocument> = documentFormat(
  'question',
  // 2 → 3: its values may be drawn; 3 → 4: it may tell misconceptions apart; 4 → 5: inputs of its tests may be drawn as values are;
  // 5 → 6: beside its one right number or its right texts others may earn a part; 6 → 7: it may have words for wrong answers
  // that are nobody's misconception
  [sharesOfSeveral, ...Array.from({ length: 5 }, () => (question: Fields) => question)],
  trusted<QuestionDocument>(),
);

/**
 * A question with its key, which has the version of the document that it is stored beside. A step sees both here, and the public
 * half alone where a page is made: what it changes in a key it does where there is one.
 */
export function readQuestion(document: unknown, key: unknown, format = questionDocument): Banked {
  const whole = typeof document === 'object' && document !== null ? { ...document, key } : document;
  const { key: upToDate, ...view } = format.read(whole) as QuestionDocument & { key: QuestionKey };
  return { document: view as QuestionDocument, key: upToDate };
}
