/** A choice, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';

export const choice: AskedKind<'choice'> = {
  ...USUALLY,
  kind: 'choice',
  field: 'choices',
  carriesOver: false,
  hasLetters: true,
  opens: 'options',
  nothing: { kind: 'choice', choices: [] },
  hasContent: ({ choices }) => choices.length > 0,
  text: ({ choices }) => choices.join(', '),
  letters: ({ choices }) => choices,
  lettered: ({ options }) => options,
  mixed: (question, mix) => ({ ...question, options: mix(question.options) }),
  namesIn: ({ options }) => options.map(({ letter }) => letter),
  namesOf: ({ choices }) => choices,
};
