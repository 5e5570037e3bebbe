/**
 * Whether an answer can be read, told before it is handed in: the same at home, in a live round and on the server. It knows the
 * public half of a question only, so it tells nothing of what is right. Heavier than the light register: it carries the reader of maths.
 */
import type { Answer, AnswerOf } from '../answer.ts';
import { say } from '../judging/codes.ts';
import type { QuestionKind, QuestionView, QuestionViewOf } from '../question.ts';
import { fillGaps } from './blanks/gaps.ts';
import { type Unread, unreadWhole } from './common/unread.ts';
import { unreadGaps } from './gaps/reading.ts';
import { missingIn } from './match/grade.ts';
import { unreadParts } from './maths/reading.ts';
import { unreadEntries } from './matrix/reading.ts';
import { unreadNumber } from './number/reading.ts';
import { missingInOpen } from './open/grade.ts';
import { unreadPut } from './point/reading.ts';
import { unreadSet } from './set/reading.ts';
import { isWritten } from './text/grade.ts';

/** What fields read as one types comes in the same piece, once for a page. */
export { readPart } from './maths/reading.ts';
export { readEntries } from './matrix/reading.ts';
export { readNumberField, unreadNumber } from './number/reading.ts';
export { readSetField } from './set/reading.ts';

interface Reading<K extends QuestionKind> {
  /** the first field that cannot be read; undefined: all that is filled in can be */
  unread(question: QuestionViewOf<K>, answer: AnswerOf<K>): Unread | undefined;
}

const readings: { readonly [K in QuestionKind]: Reading<K> } = {
  choice: {
    unread: ({ multiple }, { choices }) =>
      !multiple && choices.length > 1 ? unreadWhole(say('oneOption')) : undefined,
  },
  number: { unread: unreadNumber },
  text: { unread: (_, { text }) => (isWritten(text) ? undefined : unreadWhole(say('noText'))) },
  order: {
    unread({ items }, { order }) {
      const left = items.length - order.length;
      return left > 0 ? unreadWhole(say('orderUnfinished', { left })) : undefined;
    },
  },
  match: {
    unread(question, answer) {
      const [field, ...more] = missingIn(question, answer);
      if (field === undefined) return undefined;
      return { field, feedback: say('matchUnfinished', { left: more.length + 1 }), asked: false };
    },
  },
  gaps: { unread: unreadGaps },
  maths: { unread: unreadParts },
  blanks: {
    unread(question, answer) {
      const filled = fillGaps(question, answer);
      const [feedback] = filled.ok ? [] : filled.feedback;
      return feedback && { field: String(feedback.params.gap ?? ''), feedback, asked: false };
    },
  },
  function: { unread: () => undefined },
  matrix: { unread: unreadEntries },
  set: { unread: unreadSet },
  point: { unread: unreadPut },
  open: {
    unread(question, answer) {
      const feedback = missingInOpen(question, answer);
      return feedback && unreadWhole(feedback);
    },
  },
};

/** undefined: all that is filled in can be read. */
export function firstUnread(question: QuestionView, answer: Answer): Unread | undefined {
  if (question.kind !== answer.kind) return undefined;
  const kinds: Readonly<Record<QuestionKind, unknown>> = readings;
  return (kinds[question.kind] as Reading<QuestionKind>).unread(question, answer);
}
