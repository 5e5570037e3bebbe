/** Questions of a bank as they are compiled: off the event loop, like lessons. */
import { storable } from '../../../domain/kinds/common/storable.ts';
import { wrongLinks } from '../../../domain/lesson/check/around.ts';
import type { CompiledQuestion } from '../../../domain/lesson/compile-question.ts';
import type { Banked, QuestionDocument } from '../../../domain/lesson/pins.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Question } from '../../../domain/question.ts';
import { compiler } from '../../compiling/compiler.ts';
import { anchorsBehind } from '../courses/around.ts';
import { knownMisconceptions } from '../misconceptions/known.ts';
import { usablePictures } from '../pictures/usable.ts';

const LONGEST_SOURCE = 100_000;
export const questionSource = storable.max(LONGEST_SOURCE);
/** What problems are told under: a question has no file. */
export const FILE = 'question.md';

/**
 * @param by whose pictures may stand in it
 * @param preview whose preview it is, which a newer one replaces; null: it is to be kept
 */
export async function compiledQuestion(
  by: Person,
  source: string,
  preview: string | null,
): Promise<CompiledQuestion | 'replaced'> {
  const [pictures, known] = await Promise.all([usablePictures(by, source), knownMisconceptions(by, source)]);
  return compiler.compile({ what: 'question', source, file: FILE, pictures, known }, preview);
}

/** Its links that lead to no lesson of this classroom, or to no heading of it. @param before what stood in it is not asked again */
export async function deadLinks(
  { links }: Extract<CompiledQuestion, { ok: true }>,
  before = '',
): Promise<LessonProblem[]> {
  const fresh = links.filter(({ href }) => !before.includes(`](${href}`));
  return fresh.length === 0 ? [] : wrongLinks(FILE, fresh, await anchorsBehind(fresh));
}

/** What a bank keeps of a question: its place in a lesson says the rest. */
export function saidBy({ id: _id, role: _role, number: _number, key, ...document }: Question): Banked {
  // of each kind what is left is its document
  return { document: document as QuestionDocument, key };
}
