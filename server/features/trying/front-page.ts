/**
 * The exercises of the front page: for whoever comes by, graded for real by the one path of tries, and kept by nobody. They
 * are written like a lesson in `content/front-page.md`; their keys stay here.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { countStrangersTries, insertTry } from '../../../db/tries.ts';
import { askedKind } from '../../../domain/kinds/asked.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Question, viewOf } from '../../../domain/question.ts';
import { readAnswer } from '../../../domain/read-answer.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { compiler } from '../../compiling/compiler.ts';
import { environment } from '../../env.ts';
import { publicCommand } from '../contract.ts';
import { newSeed } from '../practice/seed.ts';
import { takeResult } from './commands.ts';
import { TryLimits } from './limits.ts';

/** Of all strangers together so many wait or run at a time: the last of them waits about half a minute. */
const MOST_WAITING = 20;

declare global {
  // pages stand in a module graph of their own: what the server compiled at its start is compiled for them too
  var nablaFrontPage: Promise<Question[]> | undefined;
}

/** @throws Error where the file is missing or does not compile */
export function frontExercises(): Promise<Question[]> {
  globalThis.nablaFrontPage ??= compileFile().catch((error: unknown) => {
    globalThis.nablaFrontPage = undefined;
    throw error;
  });
  return globalThis.nablaFrontPage;
}

async function compileFile(): Promise<Question[]> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'content/front-page.md');
  const source = await readFile(file, 'utf8');
  const compiled = await compiler.compile(
    { what: 'lesson', source, file: 'front-page.md', bank: {}, pictures: {}, known: [] },
    null,
  );
  if (compiled === 'replaced' || !compiled.ok) throw new Error('content/front-page.md does not compile');
  return compiled.lesson.questions;
}

const limits = new TryLimits();

/** Tries one of the exercises. Of code the visible examples are run; maths is checked whole. */
export const tryAsStranger = publicCommand({
  input: z.strictObject({ exercise: storable.max(100), answer: z.unknown() }),
  allow: 'everybody',
  run: async ({ exercise, answer }, { address }): Promise<Outcome<{ try: string }>> => {
    if (!environment().strangersTry) return refuse('notFound');
    const question = (await frontExercises()).find((one) => one.id === exercise);
    if (question === undefined) return refuse('notFound');
    const read = readAnswer(viewOf(question), answer);
    if (!read.ok) return refuse('badInput', read.field);
    if (!limits.begin(address, performance.now())) return refuse('tooMany');
    const runsCode = askedKind(read.answer).runsCode;
    const payload = { question, answer: read.answer, seed: newSeed(), mode: runsCode ? 'run' : 'submit' } as const;
    return database().$transaction(async (tx): Promise<Outcome<{ try: string }>> => {
      if ((await countStrangersTries(tx)) >= MOST_WAITING) return refuse('tryFull');
      return { ok: true, try: await insertTry(tx, 'stranger', payload, runsCode) };
    });
  },
});

/** Whoever knows a try may read it, once: nobody can guess one. */
export const readAsStranger = publicCommand({
  input: z.strictObject({ try: z.uuid() }),
  allow: 'everybody',
  run: (input) => takeResult('stranger', input.try),
});
