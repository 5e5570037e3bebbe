/** A figure as an answer in a live room: who put the same is counted together; the wall draws what was put. */
import type { AnswerOf } from '../../answer.ts';
import type { QuestionOf } from '../../question.ts';
import { UNFIT_LABEL } from '../common/unfit-label.ts';
import type { LiveKind } from '../live-kind.ts';
import { fieldsOf, pathsOf } from './asked.ts';
import { earnedBy } from './grade.ts';
import { judgeOf } from './judge.ts';
import { alsoRight, answerFor, answerPut, oneAnswer, twoAnswer } from './places.ts';
import { readPut } from './put.ts';

export const pointLive: LiveKind<'point'> = {
  share: (question, answer) => earnedBy(question, answer)?.share ?? 0,
  told(question, answer) {
    const read = readPut(question, answer);
    if (!read.ok) return { feedback: [read.feedback] };
    const note = earnedBy(question, answer)?.other?.note;
    return { notes: note === undefined ? [] : [{ letter: null, html: note.html }] };
  },
  note: (question, answer) => earnedBy(question, answer)?.other?.note?.html ?? null,
  label(question, answer) {
    const read = readPut(question, answer);
    return read.ok ? read.put.label : UNFIT_LABEL;
  },
  // one of several that are right says so
  right: (question) =>
    answerPut(question, question.key.answer).label + (question.key.condition === undefined ? '' : ' …'),
  places: (question) => alsoRight(question, judgeOf(question)),
  drawsAll: true,
  form: (question) => [fieldsOf(question), question.within, question.paths],
  rehearse,
  asksWhole: true,
};

const TRIES = 12;

function rehearse(question: QuestionOf<'point'>, right: boolean, random: () => number): AnswerOf<'point'> {
  const known = answerFor(question, question.key.answer);
  if (right && known !== null) return known;
  const letters = pathsOf(question);
  const { within, snap } = question;
  const one = (): readonly [number, number] => {
    const [x = 0, y = 0] = within.map(([from, to]) =>
      Math.min(to, Math.max(from, Number((Math.round((from + (to - from) * random()) / snap) * snap).toPrecision(12)))),
    );
    return [x, y];
  };
  const any = (): AnswerOf<'point'> => {
    if (letters.length > 0)
      return { kind: 'point', put: { path: letters[Math.floor(random() * letters.length)] ?? 'A' } };
    return fieldsOf(question).length === 2 ? oneAnswer(one()) : twoAnswer(one(), one());
  };
  const tried = Array.from({ length: TRIES }, any);
  return tried.find((answer) => earnedBy(question, answer)?.share === 0) ?? tried[0] ?? any();
}
