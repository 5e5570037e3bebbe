'use client';
/** A question of each kind, before anything is written and with an answer that may not be changed any more. */
import { useTranslations } from 'next-intl';
import type { AnswerOf } from '../../../../domain/answer.ts';
import type { QuestionKind, QuestionViewOf } from '../../../../domain/question.ts';
import { UNTOUCHED } from '../../../_features/lesson/card-types.ts';
import { QuestionCard } from '../../../_features/lesson/question-card.tsx';
import { NOBODY_ANSWERS } from './questions.tsx';
import { Piece, Shelf } from './shelf.tsx';

/** What the kind alone says: the rest is the same for all. */
type Own<K extends QuestionKind> = Omit<QuestionViewOf<K>, keyof typeof COMMON | 'kind' | 'promptHtml'>;
type Specimens = { readonly [K in QuestionKind]: { prompt: string; own: Own<K>; answer: Omit<AnswerOf<K>, 'kind'> } };

const COMMON = {
  id: 'kind',
  role: 'exercise',
  number: 1,
  title: 'Down the hill',
  points: 2,
  hintCount: 0,
  attempts: null,
  solutionAfter: null,
  seconds: 40,
} as const;
const CODE = {
  language: 'python',
  entry: 'step',
  examples: [{ id: 'one', name: 'From one', points: 1, call: 'step(1.0)', expected: '0.8', what: 'value' }],
  hiddenTests: 1,
} as const;
const LETTERED = [
  { letter: 'A', html: '<p>Uphill</p>' },
  { letter: 'B', html: '<p>Downhill, which is where the loss becomes smaller</p>' },
  { letter: 'C', html: '<p>Nowhere</p>' },
];

const SPECIMENS: Specimens = {
  choice: {
    prompt: 'Where does the negative gradient point?',
    own: { options: LETTERED, multiple: false },
    answer: { choices: ['B'] },
  },
  number: {
    prompt: 'What is the slope of the parabola at 1.2?',
    own: { unit: 'm' },
    answer: { value: '2.4' },
  },
  text: { prompt: 'What is a way down called?', own: {}, answer: { text: 'descent' } },
  order: { prompt: 'What comes first?', own: { items: LETTERED }, answer: { order: ['C', 'A', 'B'] } },
  match: {
    prompt: 'What belongs together?',
    own: {
      prompts: [
        { number: '1', html: 'The gradient' },
        { number: '2', html: 'Its negative' },
      ],
      answers: LETTERED,
    },
    answer: { pairs: { 1: 'A', 2: 'B' } },
  },
  gaps: {
    prompt: 'Downhill is (1) ____ the gradient, by (2) ____.',
    own: {
      passage: [
        {
          runs: [
            { html: 'Downhill is ' },
            { gap: '1', takes: 'one', options: ['against', 'along'] },
            { html: ' the gradient, by ' },
            { gap: '2', takes: 'number' },
            { html: '.' },
          ],
        },
      ],
    },
    answer: { gaps: { 1: 'against', 2: '0.1' } },
  },
  maths: {
    prompt: 'Differentiate the parabola.',
    own: {
      variables: ['x'],
      positive: [],
      parts: [{ id: 'slope', label: 'The slope', labelHtml: 'The slope', points: 2 }],
    },
    answer: { parts: { slope: '2x' } },
  },
  blanks: {
    prompt: 'Go one step down.',
    own: {
      ...CODE,
      examples: [...CODE.examples],
      template: [{ text: 'def step(x):\n    return x - ' }, { gap: 'rate', width: 4 }, { text: ' * 2 * x\n' }],
    },
    answer: { gaps: { rate: '0.1' } },
  },
  function: {
    prompt: 'Go one step down.',
    own: { ...CODE, examples: [...CODE.examples], starter: 'def step(x):\n    ...\n' },
    answer: { code: 'def step(x):\n    return x - 0.1 * 2 * x\n' },
  },
  matrix: {
    prompt: 'What is the gradient?',
    own: { variables: ['x', 'y'], positive: [], shape: { rows: 2, columns: 1 } },
    answer: { entries: [['2x'], ['2y']] },
  },
  point: {
    prompt: 'Where is the bottom?',
    own: {
      form: 'point',
      figure: {
        title: 'A parabola',
        say: '–',
        said: '–',
        ...{ controls: [], data: {}, define: [], runs: [], readouts: [] },
        views: [
          {
            plane: 'plane',
            x: { from: -3, to: 3, scale: 'linear' },
            y: { from: -2, to: 3, scale: 'linear' },
            equal: true,
            draw: [{ curve: { y: '(x - 1)^2 - 1' } }],
          },
        ],
      },
      within: [
        [-3, 3],
        [-2, 3],
      ],
      snap: 0.5,
      from: null,
      paths: 0,
    },
    answer: { put: { x: '1', y: '-1' } },
  },
  set: {
    prompt: 'Where does it fall?',
    own: { asks: 'reals', variable: 'x', variables: [], positive: [] },
    answer: { set: 'x < 0' },
  },
  open: {
    prompt: 'What is a gradient to you?',
    own: { form: 'text', options: [], multiple: false },
    answer: { choices: [], text: 'An arrow.', words: [] },
  },
};

export function Kinds() {
  const t = useTranslations('desk.pieces');
  const names = useTranslations('desk.board.kinds');
  return (
    <Shelf title={t('kinds')}>
      {(Object.keys(SPECIMENS) as QuestionKind[]).flatMap((kind) => {
        const { prompt, own, answer } = SPECIMENS[kind];
        const view = { ...COMMON, ...own, kind, promptHtml: `<p>${prompt}</p>` } as QuestionViewOf<typeof kind>;
        const draft = { ...answer, kind } as AnswerOf<typeof kind>;
        return [
          <Piece key={kind} called={names(kind)}>
            <QuestionCard question={{ ...view, id: `kind-${kind}` }} state={UNTOUCHED} actions={NOBODY_ANSWERS} />
          </Piece>,
          <Piece key={`${kind}-read`} called={t('kindRead', { kind: names(kind) })}>
            <QuestionCard question={{ ...view, id: `read-${kind}` }} state={{ ...UNTOUCHED, draft }} actions={null} />
          </Piece>,
        ];
      })}
    </Shelf>
  );
}
