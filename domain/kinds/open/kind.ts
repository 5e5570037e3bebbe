/** `open`: no key and no points: a poll, an open answer, words for a cloud. */
import type { Kind } from '../define.ts';
import { openAnswer } from './answer.ts';
import { open } from './asked.ts';
import { openQuestion } from './document.ts';
import { gradeOpen } from './grade.ts';
import { openLive } from './live.ts';
import { openMisread } from './misread.ts';
import { openReader } from './reader.ts';

export const openKind: Kind<'open'> = {
  ...open,
  document: openQuestion,
  answer: openAnswer,
  reader: openReader,
  live: openLive,
  misread: openMisread,
  grade: gradeOpen,
  reference: ({ form, options }) => ({
    ...open.nothing,
    kind: 'open',
    choices: form === 'poll' ? options.slice(0, 1).map(({ letter }) => letter) : [],
    text: form === 'text' ? '…' : '',
    words: form === 'cloud' ? ['…'] : [],
  }),
};
