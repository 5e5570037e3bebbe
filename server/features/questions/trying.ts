/**
 * A question as its author tries it, before it is a version and after: shown as a student's card shows it, graded by the pool
 * like everything else, and kept nowhere. What a student would be told after each attempt is worked out by the same rules.
 */
import { z } from 'zod';
import { pool } from '../../../db/client.ts';
import { withCatalogueOf } from '../../../db/misconceptions.ts';
import { notesOn } from '../../../domain/lesson/check/notes.ts';
import type { CompiledQuestion } from '../../../domain/lesson/compile-question.ts';
import type { InputSamples } from '../../../domain/lesson/input-samples.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';

import { edgesLookedAt, lookedAt, variantOf } from '../../../domain/lesson/variants.ts';

import { finishedForNow } from '../../../domain/lesson/written/unfinished.ts';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type PracticeState, practiceState } from '../../../domain/practice.ts';
import { type Question, type QuestionView, viewOf } from '../../../domain/question.ts';
import { readAnswer } from '../../../domain/read-answer.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { verdict } from '../../../domain/results/verdict.ts';

import type { EdgesTried } from '../../../domain/variants/edges.ts';
import { problemsOfVariants } from '../../compiling/variants.ts';

import { command } from '../contract.ts';
import { ofAuthors } from '../courses/standing.ts';
import { startTry } from '../trying/commands.ts';
import { compiledQuestion, deadLinks, FILE, questionSource } from './compiled.ts';

export interface QuestionPreview {
  problems: LessonProblem[];
  /** what may well be meant, and should be looked at */
  notes?: readonly LessonProblem[];
  content: QuestionView | null;
  /** the text that this is of, where something was put in the place of what is still missing */
  of?: string;
  /** for a form; null: it could not show all of it */
  written: WrittenQuestion | null;
  /** of one whose values are drawn: some of what students may get */
  /** of code: some of what its hidden tests may draw */
  inputs?: readonly InputSamples[];
  variants?: { samples: { values: string; content: QuestionView }[]; of: number; complete: boolean };
}

/** What a student would be asked, or all that is wrong with line and column. */
export const previewQuestion = command({
  input: z.strictObject({ source: questionSource }),
  allow: ofAuthors('question.write'),
  run: async (person, { source }): Promise<Outcome<{ preview: QuestionPreview }>> => {
    const read = await compiledQuestion(person, source, person.id);
    if (read === 'replaced') return refuse('replaced');
    const { written = null } = read;
    if (read.ok) {
      const { notes, ...shown } = shownOf(read);
      return { ok: true, preview: { problems: [], ...shown, notes: [...(await deadLinks(read)), ...notes], written } };
    }
    const { problems } = read;
    const of = finishedForNow(written, problems);
    const shown = of === null ? null : await compiledQuestion(person, of, person.id);
    if (of === null || shown === null || shown === 'replaced' || !shown.ok)
      return { ok: true, preview: { problems, content: null, written } };
    return { ok: true, preview: { problems, ...shownOf(shown), of, written } };
  },
});

function shownOf({ question, variants, inputs }: Extract<CompiledQuestion, { ok: true }>) {
  const notes = notesOn([question], FILE);
  const content = { content: viewOf(question), notes, ...(inputs === undefined ? {} : { inputs }) };
  if (variants === undefined) return content;
  const samples = variants.samples.flatMap(({ values, drawn }) => {
    const variant = variantOf(question, drawn);
    return variant === null ? [] : [{ values, content: viewOf(variant) }];
  });
  return { ...content, variants: { ...variants, samples } };
}

/** Which of the samples that its author was shown. */
const sample = z.number().int().min(0).max(100).optional();

interface LookedAt {
  /** so many */
  checked: number;
  /** which edges are among them; null: all there is is */
  edges: EdgesTried | null;
  problems: LessonProblem[];
}

/**
 * Looks at all variants of a question, or at as many as are looked at before it is published.
 * @returns how many, and what is wrong with the first wrong one
 */
export const lookAtVariants = command({
  input: z.strictObject({ source: questionSource }),
  allow: ofAuthors('question.write'),
  run: async (person, { source }): Promise<Outcome<LookedAt>> => {
    const read = await compiledQuestion(person, source, `${person.id} variants`);
    if (read === 'replaced') return refuse('replaced');
    if (!read.ok || read.variants === undefined) return refuse('lessonBroken', 'source');
    const problems = await problemsOfVariants([read.question], FILE);
    const most = lookedAt(read.question);
    const edges = edgesLookedAt(read.question, most);
    return { ok: true, checked: Math.min(read.variants.of, most), edges, problems };
  },
});

/** Hands an answer in to nobody; of code `run` takes the visible examples only. @returns the try, whose result is asked for */
export const tryQuestion = command({
  input: z.strictObject({ source: questionSource, sample, answer: z.unknown(), mode: z.enum(['run', 'submit']) }),
  allow: ofAuthors('question.write'),
  run: async (person, { source, sample: shown, answer, mode }): Promise<Outcome<{ try: string }>> => {
    const read = await ready(person, source, shown);
    return read.ok ? startTry({ user: person.id }, read.question, answer, mode) : read;
  },
});

const MOST_TRIES = 50;

/** What a student would see of their work after these attempts, the newest first. */
export const readTriedState = command({
  input: z.strictObject({
    source: questionSource,
    sample,
    hintsShown: z.number().int().min(0).max(50),
    tries: z
      .array(z.strictObject({ id: z.string().max(100), at: z.iso.datetime(), answer: z.unknown(), verdict }))
      .max(MOST_TRIES),
  }),
  allow: ofAuthors('question.write'),
  run: async (person, { source, sample: shown, hintsShown, tries }): Promise<Outcome<{ state: PracticeState }>> => {
    const found = await ready(person, source, shown);
    if (!found.ok) return found;
    const view = viewOf(found.question);
    const submissions = tries.flatMap(({ answer, ...one }) => {
      const read = readAnswer(view, answer);
      return read.ok ? [{ ...one, answer: read.answer }] : [];
    });
    const version = tries.length + hintsShown + 1;
    const question = await withCatalogueOf(pool(), person.id, found.question);
    return { ok: true, state: practiceState(question, { draft: undefined, submissions, hintsShown }, version) };
  },
});

async function ready(
  person: Person,
  source: string,
  shown: number | undefined,
): Promise<Outcome<{ question: Question }>> {
  const read = await compiledQuestion(person, source, `${person.id} tries`);
  if (read === 'replaced') return refuse('tryGone');
  if (!read.ok) return refuse('lessonBroken', 'source');
  const drawn = read.variants?.samples[shown ?? 0]?.drawn;
  const question = drawn === undefined ? read.question : variantOf(read.question, drawn);
  return question === null ? refuse('lessonBroken', 'source') : { ok: true, question };
}
