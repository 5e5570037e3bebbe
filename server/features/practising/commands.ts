/**
 * Practises again what went wrong: one question after another, each with other values where they are drawn. What is handed in is
 * graded by the pool like everything else; it counts nowhere, whatever dates become, and no draft of a lesson is touched.
 */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { withCatalogue } from '../../../db/misconceptions.ts';
import { selectMissed, selectOptionalApart, updateAside } from '../../../db/practising.ts';
import { insertSubmission, selectSubmissions } from '../../../db/submissions.ts';
import { insertApart, selectVariant } from '../../../db/variants.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type PracticeState, practiceState } from '../../../domain/practice.ts';
import { daysUntil } from '../../../domain/practising/spacing.ts';
import { type Question, type QuestionView, viewOf } from '../../../domain/question.ts';
import { readAnswer } from '../../../domain/read-answer.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { within } from '../practice/rates.ts';
import { newSeed } from '../practice/seed.ts';
import { startTry } from '../trying/commands.ts';
import { type Practisable, readPractisable } from './reading.ts';

/** Which question, and what of it the page shows. */
const shown = { question: z.uuid(), versionId: z.uuid(), variant: z.uuid().optional() };
const MOST_HINTS = 100;

/** A question to be practised now. */
export interface PracticeNow {
  ref: string;
  versionId: string;
  question: QuestionView;
  state: PracticeState;
  from: Practisable['from'];
}

/** A question with values to practise it with: those that were drawn and not answered yet, or others. */
export const readAgain = command({
  input: z.strictObject({ question: z.uuid() }),
  allow: 'lesson.read',
  run: async (person, { question: ref }): Promise<Outcome<{ now: PracticeNow }>> => {
    if (!(await within('draws', person.id))) return refuse('tooMany');
    const found = await find(person, ref);
    if (!found.ok) return found;
    const { from, place } = found.item;
    const question = await withValues(person, found.item);
    if (question === null) return refuse('notFound');
    const state = await stateOf(person, found, question, { hints: 0 });
    return { ok: true, now: { ref, versionId: place.versionId, question: viewOf(question), state, from } };
  },
});

/** Stores an answer with its job; the verdict comes by the socket, or is asked for. */
export const submitAgain = command({
  input: z.strictObject({
    ...shown,
    answer: z.unknown(),
    clientId: storable.min(8).max(64),
    /** that were asked for meanwhile */
    hints: z.int().min(0).max(MOST_HINTS),
  }),
  allow: 'submission.create',
  run: async (person, input): Promise<Outcome<{ submission: string }>> => {
    if (!(await within('submissions', person.id))) return refuse('tooMany');
    const found = await findShown(person, input);
    if (!found.ok) return found;
    const { question, item } = found;
    const read = readAnswer(viewOf(question), input.answer);
    if (!read.ok) return refuse('badInput', read.field);
    const { lessonId, versionId, name } = item.place;
    const { id } = await database().$transaction((tx) =>
      insertSubmission(tx, {
        ...{ userId: person.id, lessonId, lessonVersionId: versionId, questionId: name, purpose: 'again' },
        ...{ clientId: input.clientId, answer: read.answer, seed: newSeed(), variantId: question.variant ?? null },
        hintsTaken: Math.min(input.hints, question.key.hints.length),
      }),
    );
    return { ok: true, submission: id };
  },
});

/** What came of an answer, and in how many days the question comes again; null: it is being graded, or says nothing of that. */
export const readAgainTold = command({
  input: z.strictObject({ ...shown, submission: z.uuid(), hints: z.int().min(0).max(MOST_HINTS) }),
  allow: 'lesson.read',
  run: async (person, input): Promise<Outcome<{ state: PracticeState; days: number | null }>> => {
    const found = await findShown(person, input);
    if (!found.ok) return found;
    const { question, item, now, zone } = found;
    const state = await stateOf(person, found, question, input);
    if (state.last === null) return refuse('notFound');
    const told = state.last.verdict !== null;
    return { ok: true, state, days: told ? Math.max(0, daysUntil(item.card.due, now, zone)) : null };
  },
});

/** Runs code on its visible examples; what comes of it is read as of any other try. */
export const tryAgain = command({
  input: z.strictObject({ ...shown, answer: z.unknown() }),
  allow: 'submission.create',
  run: async (person, input): Promise<Outcome<{ try: string }>> => {
    const found = await findShown(person, input);
    return found.ok ? startTry({ user: person.id }, found.question, input.answer) : found;
  },
});

/** One hint more than are shown. Nothing is noted: the answer says how many there were. */
export const hintAgain = command({
  input: z.strictObject({ ...shown, hints: z.int().min(0).max(MOST_HINTS) }),
  allow: 'lesson.read',
  run: async (person, input): Promise<Outcome<{ hints: string[] }>> => {
    const found = await findShown(person, input);
    return found.ok ? { ok: true, hints: found.question.key.hints.slice(0, input.hints + 1) } : found;
  },
});

/** A question is not asked again, or is. */
export const setAside = command({
  input: z.strictObject({ question: z.uuid(), aside: z.boolean() }),
  allow: 'draft.save',
  run: async (person, { question: ref, aside }): Promise<Outcome<object>> => {
    if ((await selectMissed(database(), person.id, ref)).length === 0) return refuse('notFound');
    await updateAside(database(), { userId: person.id, ref, aside });
    return { ok: true };
  },
});

async function find(
  person: Person,
  ref: string,
): Promise<Outcome<{ item: Practisable; now: number; zone: string | null }>> {
  const { all, now, zone } = await readPractisable(person, ref);
  const [item] = all;
  return item === undefined ? refuse('notFound') : { ok: true, item, now, zone };
}

/** The question as the page shows it; it may ask something else by now. */
async function findShown(
  person: Person,
  { question: ref, versionId, variant }: { question: string; versionId: string; variant?: string | undefined },
): Promise<Outcome<{ item: Practisable; question: Question; now: number; zone: string | null }>> {
  const found = await find(person, ref);
  if (!found.ok) return found;
  const { item } = found;
  const of = { versionId, question: item.question, variantId: variant ?? null, userId: person.id };
  const question = versionId === item.place.versionId ? await selectVariant(database(), of) : null;
  return question === null ? refuse('questionChanged') : { ...found, question };
}

async function withValues(person: Person, { ref, place, question }: Practisable): Promise<Question | null> {
  if (question.varies !== true) return question;
  const db = database();
  const { versionId, name } = place;
  const variantId = await selectOptionalApart(db, person.id, ref);
  const drawn =
    variantId === undefined ? null : await selectVariant(db, { versionId, question, variantId, userId: person.id });
  return drawn ?? insertApart(db, person.id, { versionId, name });
}

/** Of all that was answered only this answer: nothing of a solution is shown before there is one. */
async function stateOf(
  person: Person,
  { item: { place, told }, now }: { item: Practisable; now: number },
  question: Question,
  { submission, hints }: { submission?: string; hints: number },
): Promise<PracticeState> {
  const { lessonId, versionId, name } = place;
  const db = database();
  const of = { userId: person.id, lessonId, questionId: name, purpose: 'again' as const };
  const all = submission === undefined ? [] : await selectSubmissions(db, of);
  const one = all.find(({ id }) => id === submission);
  const named = (await withCatalogue(db, versionId, new Map([[name, question]]))).get(name) ?? question;
  const record = {
    draft: undefined,
    submissions:
      one === undefined
        ? []
        : [{ ...one, at: one.createdAt.toISOString(), regradedAt: undefined, practice: true, asked: '', gradedAs: '' }],
    asked: '',
    hintsShown: hints,
    given: { takes: 'practice' as const, released: told && one?.verdict !== undefined, untold: undefined },
  };
  return practiceState({ ...named, attempts: null }, record, Math.round(now));
}
