/** `order`: items to be put in order. */
import type { Kind } from '../define.ts';
import { orderAnswer } from './answer.ts';
import { order } from './asked.ts';
import { orderQuestion } from './document.ts';
import { gradeOrder, rightOrder } from './grade.ts';
import { orderLive } from './live.ts';
import { orderMisread } from './misread.ts';
import { orderReader } from './reader.ts';

export const orderKind: Kind<'order'> = {
  ...order,
  document: orderQuestion,
  answer: orderAnswer,
  reader: orderReader,
  live: orderLive,
  misread: orderMisread,
  grade: gradeOrder,
  reference: ({ key }) => ({ kind: 'order', order: rightOrder(key) }),
};
