/** What a class said to a question without a key, in homework: read together, hidden and put together before the class looks at it. */
import { z } from 'zod';
import { selectReceived } from '../../../db/board.ts';
import { database, pool } from '../../../db/client.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import { lockSaidMarks, replaceSaidMarks, selectSaidMarks } from '../../../db/said-marks.ts';
import { askedKind } from '../../../domain/kinds/asked.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Gathered, gathered, saidAs } from '../../../domain/live/gathered.ts';
import { markCommands, withSayings } from '../../../domain/live/sayings.ts';
import type { Question } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { selectOptionalOfClass } from '../activities/of-class.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const of = { classId: z.uuid(), lessonId: z.uuid(), questionId: storable.max(100) };
const saidInput = z.strictObject(of);
const markInput = z.strictObject({ ...of, order: z.discriminatedUnion('type', markCommands) });

/** What was said in people's own words; `by`: ids of students. */
export interface SaidInWords {
  as: 'cards' | 'cloud';
  entries: Gathered<string>[];
}
/** How often each option of a poll was chosen. */
export interface SaidByOptions {
  as: 'poll';
  options: { letter: string; html: string; count: number }[];
}

/** The newest of each student; null: the question has a key, or is not asked any more. */
export const readSaid = command({
  input: saidInput,
  allow: ofClass('class.results'),
  run: async (_person, input): Promise<Outcome<{ said: SaidInWords | SaidByOptions | null }>> => {
    const question = await selectOptionalUnscored(input);
    if (question === undefined) return { ok: true, said: null };
    const given = await selectReceived(pool(), input);
    const as = saidAs(question);
    if (as === null) return { ok: true, said: countedBy(question, given) };
    const marks = await selectSaidMarks(database(), input);
    const answers = given.map(({ id, answer }) => ({ who: id, by: id, answer }));
    // students stand there with their names: only a person hides what one of them says
    return { ok: true, said: { as, entries: gathered(question, answers, marks, () => false) } };
  },
});

/** Hides something of it, puts some of it together, or takes that back: for all who look at the answers of this class. */
export const markSaid = command({
  input: markInput,
  // it changes nothing that counts, and whoever sees the answers may have to show them to the class
  allow: ofClass('class.results'),
  run: async (_person, { order, ...input }): Promise<Outcome<object>> => {
    const question = await selectOptionalUnscored(input);
    if (question === undefined || saidAs(question) === null) return refuse('notFound');
    return database().$transaction(async (tx) => {
      await lockSaidMarks(tx, input);
      const [after] = withSayings([await selectSaidMarks(tx, input)], { ...order, round: 0 }) ?? [];
      if (after === undefined) return refuse('notNow');
      await replaceSaidMarks(tx, input, after);
      return { ok: true as const };
    });
  },
});

async function selectOptionalUnscored(input: z.infer<typeof saidInput>): Promise<Question | undefined> {
  const lesson = await selectOptionalOfClass(input);
  if (lesson === undefined) return undefined;
  const question = (await selectQuestions(database(), lesson.versionId)).get(input.questionId);
  return question === undefined || askedKind(question).scored ? undefined : question;
}

function countedBy(question: Question, given: Awaited<ReturnType<typeof selectReceived>>): SaidByOptions {
  const { letters, lettered } = askedKind(question);
  const answers = given.filter(({ answer }) => answer.kind === question.kind);
  const options = (lettered?.(question) ?? []).map(({ letter, html }) => ({
    letter,
    html,
    count: answers.filter(({ answer }) => letters?.(answer).includes(letter) === true).length,
  }));
  return { as: 'poll', options };
}
