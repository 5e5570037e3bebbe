import { expect, it } from 'vitest';
import { askedAt, type InquiryState, inQueue, type QueuedInquiry } from './inquiry.ts';

const one = (id: string, state: InquiryState, at: string, questionId = 'q'): QueuedInquiry => ({
  ...{
    id,
    state,
    at: `2026-11-30T${at}:00.000Z`,
    questionId,
    lessonId: 'l',
    lessonTitle: 'L',
    questionTitle: `Q ${questionId}`,
  },
  ...{ studentId: 's', student: 'S', text: 'Why?', answeredBy: null, taken: null },
});

it('reads what waits first, and of that the newest first', () => {
  const queue = [
    one('a', 'answered', '12:00'),
    one('b', 'open', '10:00'),
    one('c', 'open', '11:00'),
    one('d', 'helped', '13:00'),
  ];
  expect(inQueue(queue).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  expect(queue.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('names each question once, with how many wait', () => {
  const queue = [one('a', 'answered', '12:00'), one('b', 'open', '10:00'), one('c', 'open', '11:00', 'r')];
  expect(askedAt(queue)).toEqual([
    { lessonId: 'l', questionId: 'q', title: 'Q q', open: 1, all: 2 },
    { lessonId: 'l', questionId: 'r', title: 'Q r', open: 1, all: 1 },
  ]);
  expect(askedAt([])).toEqual([]);
});
