/**
 * Questions beside the lessons that ask them: each has versions, and a version of a lesson pins one of them under a name of its
 * own. Keys leave this file only in whole questions, for server and workers.
 */
import { questionDocument, readQuestion } from '../domain/documents/formats.ts';
import { wholeQuestion } from '../domain/lesson/compiled.ts';
import type { PlacedPin } from '../domain/lesson/pin-lines.ts';
import { atPlace, type QuestionDocument } from '../domain/lesson/pins.ts';
import type { Question, QuestionKey, QuestionView } from '../domain/question.ts';
import type { Queryable } from './client.ts';

/** The questions of a version of a lesson with their keys, by their names in it, in its order. */
export async function selectPinned(db: Queryable, lessonVersionId: string): Promise<Map<string, Question>> {
  const pins = await db.lessonQuestion.findMany({
    where: { lessonVersionId },
    orderBy: { place: 'asc' },
    select: { ...PLACE, questionVersion: { select: { document: true, key: true } } },
  });
  return new Map(
    pins.map(({ questionVersion, ...place }) => {
      const { document, key } = readQuestion(questionVersion.document, questionVersion.key);
      // what was checked when it was published is trusted where no key is put to it
      return [place.name, wholeQuestion(placedView(document, place), key)];
    }),
  );
}

/** The same without their keys, and without a look at what they hold. */
export async function selectPinnedViews(db: Queryable, lessonVersionId: string): Promise<QuestionView[]> {
  const pins = await db.lessonQuestion.findMany({
    where: { lessonVersionId },
    orderBy: { place: 'asc' },
    select: { ...PLACE, questionVersion: { select: { document: true } } },
  });
  return pins.map(({ questionVersion: { document }, ...place }) => placedView(questionDocument.read(document), place));
}

/** What a question says now, with its key, as if it stood alone in a lesson; undefined: there is none. */
export async function selectOptionalNewestQuestion(db: Queryable, questionId: string): Promise<Question | undefined> {
  const newest = await db.questionVersion.findFirst({
    where: { questionId },
    orderBy: { number: 'desc' },
    select: { document: true, key: true },
  });
  if (newest === null) return undefined;
  const { document, key } = readQuestion(newest.document, newest.key);
  return wholeQuestion(placedView(document, ALONE), key);
}

const ALONE = { name: 'alone', role: 'check', number: 1, seconds: null, points: null };
const PLACE = { name: true, role: true, number: true, seconds: true, points: true } as const;

/** What was checked when it was published is trusted. */
function placedView(
  document: QuestionDocument,
  place: { name: string; role: string; number: number; seconds: number | null; points: number | null },
): QuestionView {
  const { name: id, role, number } = place;
  return { ...atPlace(document, place), id, role, number } as QuestionView;
}

export interface Pinning {
  lessonId: string;
  lessonVersionId: string;
  createdById: string | null;
  /** in the order of the lesson; `pin`: one of a bank, whose version says that already */
  questions: readonly { view: QuestionView; key: QuestionKey; pin: PlacedPin | undefined }[];
}

/**
 * Pins the questions of a new version of a lesson, which is locked meanwhile. One that says what a version of it has said
 * already is that version; else it has a new one.
 */
export async function pinQuestions(
  db: Queryable,
  { lessonId, lessonVersionId, createdById, questions }: Pinning,
): Promise<void> {
  const rows = JSON.stringify(
    questions.flatMap(({ view, key, pin }, at) => {
      const { id: name, role, number, ...document } = view;
      return pin === undefined
        ? [{ place: at + 1, name, role, number, document: questionDocument.write(document), key }]
        : [];
    }),
  );
  const pinned = JSON.stringify(
    questions.flatMap(({ view: { id: name, role, number }, pin }, at) =>
      pin === undefined ? [] : [{ place: at + 1, name, role, number, ...pin }],
    ),
  );
  await db.$executeRaw`
    insert into lesson_questions (lesson_version_id, name, place, role, number, question_version_id, seconds, points)
    select ${lessonVersionId}::uuid, a.name, a.place, a.role, a.number, v.id, a.seconds, a.points
    from jsonb_to_recordset(${pinned}::jsonb)
      as a(name text, place int, role text, number int, ref uuid, version int, seconds int, points float)
    join question_versions v on v.question_id = a.ref and v.number = a.version`;
  await db.$executeRaw`
    insert into questions (lesson_id, name)
    select ${lessonId}::uuid, a.name from jsonb_to_recordset(${rows}::jsonb) as a(name text)
    on conflict (lesson_id, name) do update set archived_at = null`;
  await db.$executeRaw`
    insert into question_versions (question_id, number, document, key, created_by_id)
    select q.id, 1 + coalesce((select max(v.number) from question_versions v where v.question_id = q.id), 0),
      a.document, a.key, ${createdById}::uuid
    from jsonb_to_recordset(${rows}::jsonb) as a(name text, document jsonb, key jsonb)
    join questions q on q.lesson_id = ${lessonId}::uuid and q.name = a.name
    where not exists (
      select 1 from question_versions v
      where v.question_id = q.id and v.document - 'schemaVersion' = a.document - 'schemaVersion' and v.key = a.key)`;
  await db.$executeRaw`
    insert into lesson_questions (lesson_version_id, name, place, role, number, question_version_id)
    select ${lessonVersionId}::uuid, a.name, a.place, a.role, a.number, v.id
    from jsonb_to_recordset(${rows}::jsonb)
      as a(name text, place int, role text, number int, document jsonb, key jsonb)
    join questions q on q.lesson_id = ${lessonId}::uuid and q.name = a.name
    cross join lateral (
      select id from question_versions v
      where v.question_id = q.id and v.document - 'schemaVersion' = a.document - 'schemaVersion' and v.key = a.key
      order by v.number desc limit 1) v`;
}
