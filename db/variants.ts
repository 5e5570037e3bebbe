/**
 * Questions whose values are drawn, as one person has them: the values are drawn once, when somebody first sees the question, and
 * kept; what was handed in points to those that it answers.
 */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { canonical } from '../domain/canonical.ts';
import { drawnFor, variantOf } from '../domain/lesson/variants.ts';
import type { OwnQuestions } from '../domain/live/room.ts';
import type { Question } from '../domain/question.ts';
import type { Values } from '../domain/variants/parameters.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { selectQuestions } from './lessons.ts';
import { rowsOf } from './rows.ts';

/** Neither versions nor variants change: a question with its values is made once. */
const KEPT = 2_000;
/** Whose a variant is that all who play in a room see. */
const ROOM = 'room';
/** Of draws for other values than somebody has. */
const TRIES = 20;
const made = new LRUCache<string, { question: Question | null }>({ max: KEPT });

/** By name, as they are stored. */
export const drawnValues = z.record(z.string(), z.union([z.number(), z.string()]));
const current = z.strictObject({
  name: z.string(),
  question: z.guid(),
  id: z.guid().nullable(),
  number: z.number().nullable(),
  drawn: drawnValues.nullable(),
  practice: z.boolean().nullable(),
});
type Current = z.infer<typeof current>;

/** The questions of a version as one person has them, with their keys: for server and workers. */
export async function selectOwnQuestions(
  db: Queryable,
  userId: string,
  versionId: string,
): Promise<ReadonlyMap<string, Question>> {
  const questions = await selectQuestions(db, versionId);
  const varied = [...questions.values()].filter(({ varies }) => varies === true);
  if (varied.length === 0) return questions;
  const own = new Map(questions);
  const shared = await selectOptionalShared(db, userId, versionId);
  /** Puts in what is drawn. @returns what is not, fits this version no more, or is not what all of a class have */
  const take = async (names: readonly string[]): Promise<Current[]> => {
    const rows = await selectCurrent(db, userId, versionId, names);
    const alone = shared === undefined ? [] : rows.filter((row) => isAlone(row, questions.get(row.name), shared));
    const begun = shared === undefined ? new Set() : await selectBegun(db, alone, shared);
    return rows.filter((row) => {
      const question = questions.get(row.name);
      if (alone.includes(row) && !begun.has(row.id)) return true;
      const variant = question === undefined ? null : madeOf(versionId, question, userId, row);
      if (variant !== null) own.set(row.name, variant);
      return variant === null;
    });
  };
  const missing = await take(varied.map(({ id }) => id));
  if (missing.length === 0) return own;
  for (const row of missing) await insertDraw(db, userId, row, questions.get(row.name), shared);
  // another window may have drawn at the same time: whichever is stored counts
  await take(missing.map(({ name }) => name));
  return own;
}

/** A class of which all have the same values, and since when it was given what they are drawn in. */
interface Shared {
  seed: string;
  since: Date;
}

/** The activity that gives this version to somebody with the same values for all; undefined: each has their own. */
async function selectOptionalShared(db: Queryable, userId: string, versionId: string): Promise<Shared | undefined> {
  const [row] = await rowsOf(
    z.strictObject({ seed: z.uuid(), since: z.date() }),
    db.$queryRaw`
      select a.seed, a.created_at as since from activities a
      join classes c on c.id = a.class_id and c.archived_at is null
      join enrolments e on e.class_id = a.class_id and e.user_id = ${userId}::uuid and e.role = 'student'
      join lessons l on l.id = a.lesson_id
      where a.same_values and a.withdrawn_at is null and coalesce(a.lesson_version_id, l.published_id) = ${versionId}::uuid
      order by a.created_at, a.id limit 1`,
  );
  return row;
}

/** What all of a class have of a question. */
const sharedDraw = (question: Question, { seed }: Shared): Values | null =>
  drawnFor(question, `${seed} ${question.id}`);

/** Whether somebody has other values than all of their class; what they practise with is theirs. */
function isAlone({ drawn, practice }: Current, question: Question | undefined, shared: Shared): boolean {
  if (drawn === null || practice === true || question === undefined) return false;
  return canonical(drawn) !== canonical(sharedDraw(question, shared));
}

/** Those of them that somebody has handed something in to since: those stay as they are. */
async function selectBegun(db: Queryable, rows: readonly Current[], { since }: Shared): Promise<Set<string | null>> {
  if (rows.length === 0) return new Set();
  const ids = rows.flatMap(({ id }) => id ?? []);
  const found = await db.submission.findMany({
    where: { variantId: { in: ids }, createdAt: { gte: since } },
    distinct: ['variantId'],
    select: { variantId: true },
  });
  return new Set(found.map(({ variantId }) => variantId));
}

/**
 * Draws other values for a question.
 * @param of `practice`: what is handed in to them counts nowhere
 * @returns whether its values are drawn at all
 */
export async function insertOtherVariant(
  db: Queryable,
  userId: string,
  { versionId, name, practice }: { versionId: string; name: string; practice: boolean },
): Promise<boolean> {
  const question = (await selectQuestions(db, versionId)).get(name);
  if (question?.varies !== true) return false;
  const [row] = await selectCurrent(db, userId, versionId, [name]);
  if (row === undefined) return true;
  // where all of a class have the same, others are to practise with
  const alone = (await selectOptionalShared(db, userId, versionId)) !== undefined;
  await insertDraw(db, userId, { ...row, practice: practice || alone }, question);
  return true;
}

/**
 * Draws values to practise a question again, other ones than somebody has: where it is asked one goes on with those.
 * @returns the question with them; null: it has none that can be drawn
 */
export async function insertApart(
  db: Queryable,
  userId: string,
  { versionId, name }: { versionId: string; name: string },
): Promise<Question | null> {
  const question = (await selectQuestions(db, versionId)).get(name);
  const [row] = question?.varies === true ? await selectCurrent(db, userId, versionId, [name]) : [];
  if (question === undefined || row === undefined) return null;
  const drawn = otherDraw(question, row);
  if (drawn === null) return null;
  // a second window that is quicker takes the number: then the next one is taken
  for (let number = (row.number ?? 0) + 1, tried = 0; tried < TRIES; number++, tried++) {
    const made = await db.questionVariant.createManyAndReturn({
      data: [{ userId, questionId: row.question, number, drawn: toJson(drawn), practice: true, apart: true }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (made[0] !== undefined) return madeOf(versionId, question, userId, { id: made[0].id, drawn, practice: true });
  }
  return null;
}

/**
 * A question of a version with the values of a variant that somebody has or had; null: it has no values by that name, or they fit
 * this version no more.
 */
export async function selectVariant(
  db: Queryable,
  of: { versionId: string; question: Question; variantId: string | null; userId: string },
): Promise<Question | null> {
  const { versionId, question, variantId, userId } = of;
  if (variantId === null) return question.varies === true ? null : question;
  if (question.varies !== true) return null;
  const kept = made.get(keyOf(versionId, question.id, userId, variantId));
  if (kept !== undefined) return kept.question;
  const found = await db.questionVariant.findFirst({
    where: { id: variantId, userId },
    select: { id: true, drawn: true, practice: true },
  });
  return found === null
    ? null
    : madeOf(versionId, question, userId, { ...found, drawn: drawnValues.parse(found.drawn) });
}

/** The questions of a version as a room plays them. */
export interface PlayedQuestions {
  /** as all who play see them; where each has values of their own, the example of the wall */
  questions: ReadonlyMap<string, Question>;
  /** where each has their own */
  own: OwnQuestions;
}

/** With the values that the room drew when it opened. One whose values fit this version no more is not among them. */
export async function selectPlayed(
  db: Queryable,
  versionId: string,
  plan: readonly { questionId: string; drawn?: Values | undefined; own?: readonly Values[] | undefined }[],
): Promise<PlayedQuestions> {
  const questions = await selectQuestions(db, versionId);
  const own = new Map<string, readonly Question[]>();
  if (!plan.some(({ drawn }) => drawn !== undefined)) return { questions, own };
  const played = new Map(questions);
  for (const { questionId, drawn, own: draws = [] } of plan) {
    const question = questions.get(questionId);
    if (question === undefined || drawn === undefined) continue;
    const all = [drawn, ...draws].map((one) =>
      madeOf(versionId, question, ROOM, { id: canonical(one), drawn: one, practice: false }),
    );
    const [example, ...dealt] = all.filter((one) => one !== null);
    if (example === undefined || dealt.length < draws.length) played.delete(questionId);
    else {
      played.set(questionId, example);
      if (dealt.length > 0) own.set(questionId, dealt);
    }
  }
  return { questions: played, own };
}

/** @param whose a variant is its person's: what was made for one of them is not given to another */
const keyOf = (versionId: string, name: string, whose: string, id: string): string =>
  `${versionId} ${name} ${whose} ${id}`;

function madeOf(
  versionId: string,
  question: Question,
  whose: string,
  { id, drawn, practice }: { id: string | null; drawn: Values | null; practice: boolean | null },
): Question | null {
  if (id === null || drawn === null) return null;
  const key = keyOf(versionId, question.id, whose, id);
  let entry = made.get(key);
  if (entry === undefined) {
    const variant = variantOf(question, drawn);
    const own = { variant: id, ...(practice === true ? { practises: true as const } : {}) };
    entry = { question: variant === null ? null : whose === ROOM ? variant : { ...variant, ...own } };
    made.set(key, entry);
  }
  return entry.question;
}

/** Other values than somebody has, where there are others; null: none can be drawn. */
function otherDraw(question: Question, row: Current): Values | null {
  const draw = () => drawnFor(question, crypto.randomUUID());
  const isOther = (one: Values): boolean => Object.entries(one).some(([name, value]) => row.drawn?.[name] !== value);
  let drawn = draw();
  for (let tried = 0; tried < TRIES && drawn !== null && !isOther(drawn); tried++) drawn = draw();
  return drawn;
}

function selectCurrent(db: Queryable, userId: string, versionId: string, names: readonly string[]): Promise<Current[]> {
  return rowsOf(
    current,
    db.$queryRaw`
      select p.name, o.question_id as question, v.id, v.drawn, v.practice, (
        select max(number) from question_variants
        where user_id = ${userId}::uuid and question_id = o.question_id) as number
      from lesson_questions p
      join question_versions o on o.id = p.question_version_id
      left join lateral (
        select id, drawn, practice from question_variants
        where user_id = ${userId}::uuid and question_id = o.question_id and not apart
        order by number desc limit 1) v on true
      where p.lesson_version_id = ${versionId}::uuid and p.name = any(${names}::text[])`,
  );
}

/** The next draw of somebody, another one than they have where there is another; a second window that is quicker has drawn it. */
async function insertDraw(
  db: Queryable,
  userId: string,
  row: Current,
  question: Question | undefined,
  shared?: Shared,
): Promise<void> {
  if (question === undefined) return;
  const drawn = (shared === undefined ? null : sharedDraw(question, shared)) ?? otherDraw(question, row);
  if (drawn === null) return;
  const data = {
    userId,
    questionId: row.question,
    number: (row.number ?? 0) + 1,
    drawn: toJson(drawn),
    practice: row.practice ?? false,
  };
  await db.questionVariant.createMany({ data: [data], skipDuplicates: true });
}
