/** A choice in a live room: counted by option. */
import type { LiveKind } from '../live-kind.ts';
import { choiceShare } from './grade.ts';

export const choiceLive: LiveKind<'choice'> = {
  share: (question, { choices }) => choiceShare(question, choices),
  told({ key: { correct, notes } }, { choices }) {
    const wrong = choices.filter((letter) => !correct.includes(letter));
    return {
      notes: wrong.flatMap((letter) => (notes[letter] === undefined ? [] : [{ letter, html: notes[letter] }])),
    };
  },
  label: (_, { choices }) => choices.join(', '),
  tallied: {
    letters: ({ choices }) => choices,
    correct: ({ key }) => key.correct,
    notes: ({ key }) => key.notes,
  },
  right: () => null,
  form: ({ options }) => options.map(({ letter }) => letter),
  rehearse({ options, key }, right, random) {
    if (right) return { kind: 'choice', choices: [...key.correct] };
    const wrong = options.map((option) => option.letter).filter((one) => !key.correct.includes(one));
    return { kind: 'choice', choices: [wrong[Math.floor(random() * wrong.length)] ?? 'A'] };
  },
  shown: ({ multiple }) => ({ multiple }),
  asksWhole: false,
};
