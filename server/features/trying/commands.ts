/**
 * The one path by which an answer is tried and not handed in: Run in a lesson, in a live round and in an author's preview, and
 * the exercises of the front page. It is graded by the pool like everything else, after all that was handed in; nothing of
 * it is kept, no draft is written, no attempt is spent.
 */

import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { type Asker, insertTry, type Trier, takeTry } from '../../../db/tries.ts';
import { isCode } from '../../../domain/kinds/asked.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Question, viewOf } from '../../../domain/question.ts';
import { readAnswer } from '../../../domain/read-answer.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { enter } from '../activities/access.ts';
import { command, type Rule } from '../contract.ts';
import { fileOf, lessonSource } from '../courses/commands.ts';
import { compileFor } from '../courses/compile-for.ts';
import { ofLesson as ofCoursesLesson } from '../courses/standing.ts';
import { findNamed, namedQuestion } from '../practice/named-question.ts';
import { newSeed } from '../practice/seed.ts';

const ofLesson = z.strictObject({
  ...namedQuestion,
  answer: z.unknown(),
  /** the account whose page it is: another one that is signed in by now did not ask for it */
  as: z.uuid().optional(),
});
/** Of a source that is published nowhere. */
const ofSource = z.strictObject({
  ...lessonSource.shape,
  questionId: namedQuestion.questionId,
  answer: z.unknown(),
});
const tryInput = z.union([ofSource, ofLesson]);

const perAsker = new RateLimiterMemory({ points: 40, duration: 60 });

/** Runs code on its visible examples. @returns the try, whose result is asked for */
export const tryOut = command({
  input: tryInput,
  allow: (input: z.infer<typeof tryInput>): Rule<z.infer<typeof tryInput>, unknown> =>
    'source' in input ? ofCoursesLesson('course.edit') : 'submission.create',
  run: async (person, input): Promise<Outcome<{ try: string }>> => {
    if ('as' in input && input.as !== undefined && input.as !== person.id) return refuse('wrongAccount');
    const found = await ('source' in input ? questionOfSource(person, input) : questionOfLesson(person, input));
    return found.ok ? startTry({ user: person.id }, found.question, input.answer) : found;
  },
});

/** What came of one's own try; null: it waits or runs. */
export const readTry = command({
  input: z.strictObject({ try: z.uuid() }),
  allow: 'submission.create',
  run: (person, input) => takeResult({ user: person.id }, input.try),
});

/**
 * Starts a try of somebody whose right to the question is known.
 * @param mode `run`: code on its visible examples, and nothing else can be run; `submit`: whole, as if it were handed in
 */
export async function startTry(
  asker: Trier,
  question: Question,
  given: unknown,
  mode: 'run' | 'submit' = 'run',
): Promise<Outcome<{ try: string }>> {
  if (mode === 'run' && !isCode(question)) return refuse('nothingToRun');
  const key = 'user' in asker ? asker.user : asker.seat;
  const within = await perAsker.consume(key).then(
    () => true,
    () => false,
  );
  if (!within) return refuse('tooMany');
  const read = readAnswer(viewOf(question), given);
  if (!read.ok) return refuse('badInput', read.field);
  const payload = { question, answer: read.answer, seed: newSeed(), mode };
  const id = await database().$transaction((tx) => insertTry(tx, asker, payload, isCode(question)));
  return { ok: true, try: id };
}

/** The result of a try, which is read once; `verdict` is null while it waits. */
export async function takeResult(asker: Asker, id: string): Promise<Outcome<{ verdict: Verdict | null }>> {
  const taken = await takeTry(database(), id, asker);
  if (taken === 'gone') return refuse('tryGone');
  return { ok: true, verdict: taken === 'waiting' ? null : taken };
}

async function questionOfLesson(
  person: Person,
  input: z.infer<typeof ofLesson>,
): Promise<Outcome<{ question: Question }>> {
  const entered = await enter(person, { id: input.lessonId });
  const found = entered.ok ? await findNamed(person, entered.lesson, input) : entered;
  if (!found.ok) return found;
  const { question, is } = found.target;
  if (is === 'asked') return { ok: true, question };
  return refuse(is === 'gone' ? 'questionGone' : 'questionChanged');
}

async function questionOfSource(
  person: Person,
  { source, lessonId, questionId }: z.infer<typeof ofSource>,
): Promise<Outcome<{ question: Question }>> {
  const lesson = { id: lessonId, source, file: await fileOf(lessonId) };
  const compiled = await compileFor(person, lesson, `${person.id} tries`);
  if (compiled === 'replaced') return refuse('tryGone');
  if (!compiled.ok) return refuse('lessonBroken');
  const question = compiled.lesson.questions.find((one) => one.id === questionId);
  return question === undefined ? refuse('notFound') : { ok: true, question };
}
