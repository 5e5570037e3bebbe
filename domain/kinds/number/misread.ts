/** What somebody misunderstood who comes to a certain wrong value. */
import { within } from '../../judging/exact.ts';
import type { QuestionOf } from '../../question.ts';
import type { Misread, WrongSign } from '../misread.ts';
import { earned } from './accepted.ts';
import { type ReadNumber, readingOf } from './grade.ts';
import { numberSigns } from './misread-by.ts';

type Number = QuestionOf<'number'>;

export const numberMisread: Misread<'number'> = {
  ...numberSigns,
  said(question, { answer = '' }) {
    const found = read(question, answer);
    return found.ok && earned(question.key, found).other?.note !== undefined;
  },
  shows(question, answer, { answer: named = '' }) {
    const [given, wanted] = [readingOf(question, answer, true), read(question, named)];
    return given.ok && wanted.ok && within(wanted.exact, given.exact, question.key.tolerance);
  },
  wrong(question, { answer = '' }): WrongSign | null {
    const found = read(question, answer);
    if (!found.ok) return { code: 'misconception.unread', params: { answer } };
    return earned(question.key, found).share === 1 ? { code: 'misconception.isRight' } : null;
  },
};

const read = (question: Number, value: string): ReadNumber => readingOf(question, { kind: 'number', value }, true);
