import { expect, it } from 'vitest';
import { compileQuestion } from '../../../domain/lesson/compile-question.ts';
import { writeQuestion } from '../../../domain/lesson/written/write-written.ts';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import { placeProblem } from './place-problem.ts';

const BLANK: WrittenQuestion = {
  role: 'check',
  kind: 'choice',
  title: 'T',
  attributes: {},
  prompt: 'What?',
  items: [
    { box: 'x', text: 'a', notes: [] },
    { box: ' ', text: 'b', notes: [] },
  ],
  fences: {},
  hints: [],
  solution: null,
  explanation: 'So.',
  definitions: '',
};
const NUMBER: WrittenQuestion = {
  ...BLANK,
  kind: 'number',
  items: null,
  fences: { answer: { language: 'yaml', text: 'value: 1\ntolerance: no' } },
};

const SLIP = `variables: [x]
parts:
  f:
    equals: 3x^2
    slips: [{ expression: x^2*3, words: Why? }]`;

/** Where the compiler's problems of a written question are told. */
async function placed(written: WrittenQuestion): Promise<string[]> {
  const text = writeQuestion(written);
  const read = await compileQuestion(text.source, 'q.md');
  if (read.ok) return [];
  return read.problems.map((problem) => {
    const { part, line } = placeProblem(problem, text);
    return `${problem.code} at ${part}:${line}`;
  });
}

it.each<[string, WrittenQuestion, string[]]>([
  ['nothing', BLANK, []],
  ['a title', { ...BLANK, title: '' }, ['question.title at title:1']],
  ['a prompt', { ...BLANK, prompt: '' }, ['question.prompt at prompt:1']],
  ['an explanation', { ...BLANK, explanation: '' }, ['question.explanation at explanation:1']],
  [
    'a right option',
    { ...BLANK, items: (BLANK.items ?? []).map((item) => ({ ...item, box: ' ' })) },
    ['choice.noKey at items:1'],
  ],
  [
    'the text of an option',
    { ...BLANK, items: [...(BLANK.items ?? []), { box: ' ', text: '', notes: [] }] },
    ['choice.empty at items.2:1'],
  ],
  ['seconds', { ...BLANK, attributes: { seconds: 'soon' } }, ['attribute.seconds at attributes.seconds:1']],
  [
    'an option that is there twice',
    { ...BLANK, items: (BLANK.items ?? []).map((item) => ({ ...item, text: 'six' })) },
    ['choice.twice at items.1:1'],
  ],
  [
    'a wrong answer that is right',
    {
      ...NUMBER,
      kind: 'maths',
      fences: { parts: { language: 'yaml', text: SLIP } },
    },
    ['maths-part.slipIsRight at fences.parts:5'],
  ],
  ['an answer', { ...NUMBER, fences: {} }, ['fence.missing at fences.answer:1']],
  ['a tolerance', NUMBER, ['yaml.form at fences.answer:2']],
  ['maths in a hint', { ...BLANK, hints: ['a', 'b\n\n$\\frac$'] }, ['maths at hints.1:3']],
])('tells what is wrong with %s at its field', async (_what, written, expected) => {
  expect(await placed(written)).toEqual(expected);
});
