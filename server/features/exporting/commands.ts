/** Questions that are taken out: what would become of each in a format, before the file is made. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { type StoredForExport, selectAskedVersions, selectForExport } from '../../../db/exports.ts';
import type { StoredQuiz } from '../../../db/quizzes.ts';
import { MOST_OUT, OUT_FORMATS, type OutFormat } from '../../../domain/exchange/out/formats.ts';
import type { OutLine } from '../../../domain/exchange/out/pen.ts';
import type { Export } from '../../../domain/exchange/out/write.ts';
import type { OwnQuiz } from '../../../domain/exchange/own/write.ts';
import { isRemark, type Remark } from '../../../domain/exchange/remark.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { writeInTurn } from '../../exporting/exporter.ts';
import { command } from '../contract.ts';
import { settingsOfVersion } from '../quizzes/settings.ts';
import { ofQuiz } from '../quizzes/standing.ts';
import { gathered } from './gather.ts';
import { ofExported } from './standing.ts';

const format = z.enum(OUT_FORMATS);
export const questionsWanted = z.strictObject({
  questionIds: z.array(z.uuid()).min(1).max(MOST_OUT.questions),
  format,
});
export const quizWanted = z.strictObject({ quizId: z.uuid(), format });

export type OutLook =
  | { refused: Remark }
  /** in their order, with what becomes of each */
  | { lines: (OutLine & { id: string; title: string; kind: string })[] };

/** What would become of these questions. */
export const lookAtExport = command({
  input: questionsWanted,
  allow: ofExported,
  run: (person, { format }, found) => looked(person, { format, title: null, stored: found, quizzes: [] }),
});

/** What would become of the questions of a quiz. */
export const lookAtQuizExport = command({
  input: quizWanted,
  allow: ofQuiz('quiz.copy'),
  run: async (person, { format }, quiz) => looked(person, await ofThisQuiz(person, format, quiz)),
});

async function looked(person: Person, asked: Parameters<typeof gathered>[1]): Promise<Outcome<{ looked: OutLook }>> {
  const made = await written(person, asked);
  if ('ok' in made) return made;
  if ('refused' in made) return { ok: true, looked: made };
  const lines = asked.stored.map(({ id, document: { title, kind } }, place) => {
    const { written = false, remarks = [] } = made.made.lines[place] ?? {};
    return { id, title, kind, written, remarks };
  });
  return { ok: true, looked: { lines } };
}

/** The files of it; whoever sends them puts the pictures in. */
export const exportQuestions = command({
  input: questionsWanted,
  allow: ofExported,
  run: (person, { format }, found) => file(person, { format, title: null, stored: found, quizzes: [] }),
});

export const exportQuiz = command({
  input: quizWanted,
  allow: ofQuiz('quiz.copy'),
  run: async (person, { format }, quiz) => file(person, await ofThisQuiz(person, format, quiz)),
});

export type Exported = { made: Export } | { told: Remark };

async function file(person: Person, asked: Parameters<typeof gathered>[1]): Promise<Outcome<Exported>> {
  const made = await written(person, asked);
  if ('ok' in made) return made;
  return { ok: true, ...('refused' in made ? { told: made.refused } : { made: made.made }) };
}

async function written(
  person: Person,
  asked: Parameters<typeof gathered>[1],
): Promise<{ made: Export } | { refused: Remark } | Refused> {
  const found = await gathered(person, asked);
  if (isRemark(found)) return { refused: found };
  const made = await writeInTurn(found.wish);
  if (made === null) return refuse('tooMany');
  return 'refused' in made ? made : { made };
}

async function ofThisQuiz(
  person: Person,
  format: OutFormat,
  { title, published }: StoredQuiz,
): Promise<{ format: OutFormat; title: string; stored: StoredForExport[]; quizzes: OwnQuiz[] }> {
  const asked = published === null ? [] : await selectAskedVersions(database(), published.id);
  const stored = await selectForExport(
    database(),
    asked.map(({ versionId }) => versionId),
    person.id,
  );
  const settings = await settingsOfVersion(published?.id ?? null);
  const questions = asked.map(({ name, seconds, points }, question) => ({ question, name, seconds, points }));
  return { format, title, stored, quizzes: [{ title, settings, questions }] };
}
