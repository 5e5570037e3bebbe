/** Pairs in a live room: counted prompt by prompt, with the wrong pairs that many made. */
import type { QuestionOf } from '../../question.ts';
import type { LiveKind } from '../live-kind.ts';
import { match } from './asked.ts';
import { matchShare, toldOfPairs } from './grade.ts';
import { pairNames } from './pairs.ts';

/** So many pairs are told: all right ones, and of the wrong ones the most frequent as far as there is room. */
const MOST = 8;

export const matchLive: LiveKind<'match'> = {
  share: matchShare,
  told(question, answer) {
    const wrong = pairNames(answer.pairs).filter((name) => !isRight(question, name));
    const { notes } = question.key;
    return {
      notes: wrong.flatMap((letter) => (notes[letter] === undefined ? [] : [{ letter, html: notes[letter] }])),
      feedback: toldOfPairs(question, answer),
    };
  },
  label: (_, answer) => match.text(answer),
  tallied: {
    letters: ({ pairs }) => pairNames(pairs),
    correct: ({ key }) => pairNames(key.pairs),
    notes: ({ key }) => key.notes,
    counted(question, answers) {
      const wrong = answers.flatMap(({ pairs }) => pairNames(pairs)).filter((name) => !isRight(question, name));
      const frequent = [...Map.groupBy(wrong, (name) => name).entries()]
        .toSorted(([one, made], [other, others]) => others.length - made.length || (one < other ? -1 : 1))
        .map(([name]) => name);
      const right = pairNames(question.key.pairs);
      return [...right, ...frequent.slice(0, Math.max(0, MOST - right.length))].toSorted(
        (one, other) => Number(one.slice(0, 1)) - Number(other.slice(0, 1)),
      );
    },
  },
  right: () => null,
  // letters follow what answers say; prompts are numbered as the author wrote them
  form: ({ prompts, answers }) => [prompts.length, answers],
  rehearse({ answers, key }, right, random) {
    if (right) return { kind: 'match', pairs: { ...key.pairs } };
    const numbers = Object.keys(key.pairs);
    const missed = numbers[Math.floor(random() * numbers.length)] ?? '1';
    const others = answers.map(({ letter }) => letter).filter((letter) => letter !== key.pairs[missed]);
    const picked = others[Math.floor(random() * others.length)] ?? 'A';
    return { kind: 'match', pairs: { ...key.pairs, [missed]: picked } };
  },
  asksWhole: true,
};

const isRight = ({ key }: QuestionOf<'match'>, name: string): boolean => key.pairs[name.slice(0, 1)] === name.slice(1);
