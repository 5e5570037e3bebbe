/** What is given, as one student is asked it: questions and options in an order of their own, the same each time. Pure. */
import { randomFrom } from '../judging/random.ts';
import { askedKind } from '../kinds/asked.ts';
import type { Block } from '../lesson/compiled.ts';
import type { QuestionView } from '../question.ts';
import { attemptsAt, type Standing } from './standing.ts';

/** The items in an order of the seed's own. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const { next } = randomFrom(seed);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

interface Asked {
  body: readonly Block[];
  questions: readonly QuestionView[];
}

/** With the attempts that hold for this student, and in their order. Who follows two activities is asked by the first. */
export function asGiven(
  { body, questions }: Asked,
  standing: Standing,
  studentId: string,
): { body: Block[]; questions: QuestionView[] } {
  const { given, counting } = standing;
  const by = (counting.length > 0 ? counting : given).find((one) => one.shuffleQuestions || one.shuffleOptions);
  const of = (what: string): string => `${by?.seed}:${studentId}:${what}`;
  const options = (question: QuestionView): QuestionView =>
    by?.shuffleOptions === true
      ? (askedKind(question).mixed?.(question, (items) => shuffled(items, of(question.id))) ?? question)
      : question;
  const own = questions.map((question) => options({ ...question, attempts: attemptsAt(question, standing) }));
  if (by?.shuffleQuestions !== true) return { body: [...body], questions: own };
  const blocks = shuffled(
    body.filter(({ type }) => type === 'question'),
    of('questions'),
  );
  // prose and figures stay where they are
  const mixed = body.map((block) => (block.type === 'question' ? (blocks.shift() ?? block) : block));
  const places = mixed.flatMap((block) => (block.type === 'question' ? [block.id] : []));
  const placed = own
    .toSorted((one, other) => places.indexOf(one.id) - places.indexOf(other.id))
    .map((question, at) => ({ ...question, number: at + 1 }));
  return { body: mixed, questions: placed };
}
