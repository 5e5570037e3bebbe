/** A question without a key, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';
import { isSaid, saidWords } from './words.ts';

export const open: AskedKind<'open'> = {
  ...USUALLY,
  kind: 'open',
  field: 'text',
  scored: false,
  carriesOver: false,
  hasLetters: true,
  nothing: { kind: 'open', choices: [], text: '', words: [] },
  hasContent: ({ choices, text, words }) => choices.length > 0 || isSaid(text) || words.some(isSaid),
  text: ({ choices, text, words }) =>
    [choices.join(', '), text.trim(), saidWords(words).join(', ')].filter((part) => part !== '').join('\n'),
  letters: ({ choices }) => choices,
  lettered: ({ options }) => options,
  // the fields that it does not ask for stay empty: they are names that it does not have
  namesIn: ({ form, options }) => [form, ...options.map(({ letter }) => letter)],
  namesOf: ({ choices, text, words }) => [
    ...choices,
    ...(text === '' ? [] : ['text']),
    ...(words.length === 0 ? [] : ['cloud']),
  ],
};
