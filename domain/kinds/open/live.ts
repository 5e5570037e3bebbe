/** A poll, an open answer or a cloud in a live room: counted or read out, never measured. */

import { say } from '../../judging/codes.ts';
import type { LiveKind } from '../live-kind.ts';
import { open } from './asked.ts';
import { saidWords, sameWord } from './words.ts';

/** What players say that the server plays: it has no words of its own. */
const PLAYED = ['α', 'β', 'γ', 'δ'];

export const openLive: LiveKind<'open'> = {
  share: () => 0,
  told: () => ({ feedback: [say('thanks')] }),
  label: (_, answer) => open.text(answer),
  tallied: { letters: ({ choices }) => choices, correct: () => [], notes: () => ({}) },
  said: {
    as: ({ form }) => (form === 'poll' ? null : form === 'text' ? 'cards' : 'cloud'),
    texts: ({ form }, { text, words }) =>
      form === 'cloud' ? saidWords(words) : text.trim() === '' ? [] : [text.trim()],
    same: sameWord,
  },
  right: () => null,
  form: ({ form, options }) => [form, options.map(({ letter }) => letter)],
  rehearse({ form, options }, _, random) {
    const one = <T>(some: readonly T[]): T[] => some.slice(Math.floor(random() * some.length)).slice(0, 1);
    return {
      ...open.nothing,
      kind: 'open',
      choices: form === 'poll' ? one(options.map(({ letter }) => letter)) : [],
      text: form === 'text' ? one(PLAYED).join('') : '',
      words: form === 'cloud' ? one(PLAYED) : [],
    };
  },
  shown: ({ multiple }) => ({ multiple }),
  asksWhole: true,
};
