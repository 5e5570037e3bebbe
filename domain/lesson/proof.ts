/**
 * How code is proved before it is published: its solution must pass with many draws, those at the edges among them, and what
 * students begin with must not. Pure: the pool runs it.
 */
import type { Answer } from '../answer.ts';
import { type CodeQuestion, isCode } from '../kinds/asked.ts';
import type { CodeTest } from '../kinds/code/document.ts';
import { kindOf } from '../kinds/kinds.ts';
import { type Question, viewOf } from '../question.ts';
import type { TestOutcome, Verdict } from '../results/verdict.ts';
import { told } from '../variants/told.ts';
import { MOST_DRAWN, samplesOfTest } from './drawn-inputs.ts';
import { edgeVariants, variantOf } from './variants.ts';

/** One run of the solution. */
export interface Proof {
  question: Question;
  answer: Answer;
  /** what was drawn for the whole question; empty: nothing is */
  values: string;
}

/** What is wrong with a run, as a problem of its question. */
export interface Disproof {
  code: string;
  params: Record<string, string | number>;
  /** id of the test; null: none of them in particular */
  test: string | null;
}

/** The runs in which the solution of a question must pass: 20 draws in all, where something is drawn. None: it is no code. */
export function proofsOf(question: Question, most = MOST_DRAWN): Proof[] {
  if (!isCode(question)) return [];
  // as many of them as may be at the edges
  const variants = edgeVariants(question, MOST_DRAWN);
  const all =
    variants.length === 0
      ? [{ of: question as Question, values: '' }]
      : variants.flatMap(({ drawn, values }) => {
          const variant = variantOf(question, drawn);
          return variant === null ? [] : [{ of: variant, values }];
        });
  const each = Math.ceil(most / all.length);
  return all.flatMap(({ of, values }, place) => {
    const answer = kindOf(of).reference(of, () => null);
    if (answer === null || !isCode(of)) return [];
    return [{ question: withDraws(of, { most, from: place * each, each }), answer, values }];
  });
}

/** The run in which what students begin with must not pass; null: they begin with nothing. */
export function starterOf(question: Question): Pick<Proof, 'question' | 'answer'> | null {
  const answer = kindOf(question).starter?.(viewOf(question)) ?? null;
  return answer === null ? null : { question, answer };
}

/** The same run without asking what the solution gives: only its errors are told. */
export function blindly({ question, ...proof }: Proof): Proof {
  if (!isCode(question)) return { question, ...proof };
  const tests = question.key.tests.map((test) =>
    test.expect.type === 'solution' ? { ...test, expect: { type: 'value' as const, value: null } } : test,
  );
  return { ...proof, question: withTests(question, tests) };
}

/** What is wrong with a run of the solution; null: nothing. */
export function disproofOf(
  { values, question }: Proof,
  { result, tests, feedback }: Verdict,
  blind = false,
): Disproof | null {
  if (result === 'pass') return null;
  const failed = tests.find(({ passed, error }) => (blind ? error !== undefined : passed !== true));
  if (failed === undefined && !blind && feedback.length === 0) return null;
  const { call = '', expected = '', got = '', error } = failed ?? ({} as Partial<TestOutcome>);
  const how =
    error !== undefined
      ? 'error'
      : result === 'timeout' || result === 'memory'
        ? result
        : got === ''
          ? 'other'
          : 'value';
  const params = {
    id: question.id,
    name: failed?.name ?? '',
    values: values === '' ? 'none' : values,
    call,
    expected,
    got,
    how,
    error: error === undefined ? '' : [error.type, error.message].filter((one) => one !== '').join(': '),
  };
  return {
    code: failed === undefined ? 'proof.solution' : 'proof.test',
    params,
    test: failed?.id.split('/')[0] ?? null,
  };
}

interface Share {
  /** of so many draws */
  most: number;
  /** those from this one on */
  from: number;
  each: number;
}

/** A test by itself for each draw that is looked at: where the question varies, each variant has its share of them. */
function withDraws(question: CodeQuestion, { most, from, each }: Share): Question {
  const tests = question.key.tests.flatMap((test): CodeTest[] => {
    if (test.inputs !== undefined) {
      const all = samplesOfTest(test, most);
      // few are gone through again and again
      const mine = Array.from(
        { length: Math.min(each, all.length) },
        (_one, index) => all[(from + index) % all.length],
      );
      return mine.flatMap((one) =>
        one === undefined ? [] : [{ ...one.test, name: `${test.name} (${told(one.values)})` }],
      );
    }
    const draws = test.arguments.some(({ type }) => type === 'draw') ? Math.max(test.draws, each) : test.draws;
    return [{ ...test, draws }];
  });
  return withTests(question, tests);
}

function withTests(question: CodeQuestion, tests: CodeTest[]): Question {
  // of each kind of code what is left is its key
  return { ...question, key: { ...question.key, tests } } as Question;
}
