/** Who edits a course has its bank and its catalogue, whatever their account is, and nothing of others. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { makeCourse, makeLesson, makeLevel, setEditor } from '../../server/features/courses/tree.ts';
import { readDraft, saveAuthorDraft } from '../../server/features/drafting/commands.ts';
import {
  archiveMisconception,
  readCatalogue,
  saveMisconception,
} from '../../server/features/misconceptions/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { archiveQuestions, tagQuestions } from '../../server/features/questions/keeping.ts';
import { readQuestionHistory } from '../../server/features/questions/queries.ts';
import { copyQuestion, shareQuestion } from '../../server/features/questions/sharing.ts';
import { previewQuestion } from '../../server/features/questions/trying.ts';
import { findQuestions } from '../../server/features/quizzes/queries.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
/** a student, whose course it is to edit */
let editor: Person;
let courseId = '';
let levelId = '';
let othersQuestion = '';

const SOURCE = (title: string): string =>
  `::::check[${title}]\nWhich?\n\n- [x] one\n- [ ] two\n\n:::explanation\nOne.\n:::\n::::\n`;
async function done<T extends object>(outcome: Promise<T>): Promise<Exclude<T, { ok: false }>> {
  const became = await outcome;
  expect(became).toMatchObject({ ok: true });
  return became as Exclude<T, { ok: false }>;
}
const NOT_ALLOWED = { refused: 'notAllowed' };

beforeAll(async () => {
  cast = await makeCast();
  editor = cast.stranger;
  courseId = (await done(makeCourse(cast.admin, { title: 'Theirs' }))).courseId;
  levelId = (await done(makeLevel(cast.admin, { courseId, title: 'L' }))).levelId;
  await done(setEditor(cast.admin, { courseId, login: editor.login, edits: true }));
  const elsewhere = { source: SOURCE('Of another course'), courseId: cast.courseId };
  othersQuestion = (await done(makeQuestion(cast.admin, elsewhere))).questionId;
  await done(makeQuestion(cast.teacher, { source: SOURCE('Of a teacher'), courseId: null }));
});
afterAll(async () => {
  await compiler.close();
  await dismissCast();
});

const found = async (person: Person): Promise<string[]> =>
  (await done(findQuestions(person, { search: '', page: 1, shelf: 'all' }))).found.rows.map(({ title }) => title);

it('a student who edits a course writes questions for its bank, and asks them in its lessons', async () => {
  const question = { source: SOURCE('Of theirs'), courseId };
  expect(await previewQuestion(editor, { source: question.source })).toMatchObject({ preview: { problems: [] } });
  const { questionId } = await done(makeQuestion(editor, question));
  expect(await database().question.findUniqueOrThrow({ where: { id: questionId } })).toMatchObject({
    courseId,
    ownerId: null,
  });
  await done(changeQuestion(editor, { questionId, base: 1, source: SOURCE('Of theirs, better'), correction: false }));
  await done(tagQuestions(editor, { questionIds: [questionId], add: ['tag'], remove: [] }));
  expect(await readQuestionHistory(editor, { questionId })).toMatchObject({ ok: true });
  expect(await found(editor)).toEqual(['Of theirs, better']);
  const { lessonId } = await done(makeLesson(editor, { levelId, title: 'Asks' }));
  const source = `---\ntitle: Asks\ndescription: A.\n---\n\n::question{#q ref=${questionId} version=2}\n`;
  await done(publishEdited(editor, { lessonId, source }));
  await done(archiveQuestions(editor, { questionIds: [questionId], archived: true }));
  await done(archiveQuestions(editor, { questionIds: [questionId], archived: false }));
  // what they have is the course's: none of it becomes theirs, or somebody else's
  expect(await copyQuestion(editor, { questionId })).toMatchObject(NOT_ALLOWED);
  expect(await shareQuestion(editor, { questionId, login: null, may: 'look' })).toMatchObject(NOT_ALLOWED);
});

it('and has nothing else: no bank of their own, and nothing of other courses', async () => {
  const source = SOURCE('No');
  expect(await makeQuestion(editor, { source, courseId: null })).toMatchObject(NOT_ALLOWED);
  expect(await makeQuestion(editor, { source, courseId: cast.courseId })).toMatchObject(NOT_ALLOWED);
  expect(await readQuestionHistory(editor, { questionId: othersQuestion })).toMatchObject(NOT_ALLOWED);
  const change = { questionId: othersQuestion, base: 1, source, correction: false };
  expect(await changeQuestion(editor, change)).toMatchObject(NOT_ALLOWED);
  expect(await archiveQuestions(editor, { questionIds: [othersQuestion], archived: true })).toMatchObject(NOT_ALLOWED);
  for (const shelf of ['mine', 'shared'] as const)
    expect((await done(findQuestions(editor, { search: '', page: 1, shelf }))).found.of).toBe(0);
  const lessons = (await done(findQuestions(editor, { search: '', page: 1, shelf: 'lessons' }))).found;
  expect(lessons.of).toBe(0);
  expect(await found(cast.teacher)).toEqual(expect.arrayContaining(['Of a teacher', 'Of another course']));
});

it('keeps the catalogue of that course, and sees no other', async () => {
  const entry = { entryId: null, code: 'theirs', name: 'Theirs', words: 'So.' };
  await done(saveMisconception(editor, { ...entry, courseId }));
  await done(saveMisconception(cast.admin, { ...entry, code: 'of-another', courseId: cast.courseId }));
  expect(await saveMisconception(editor, { ...entry, courseId: null })).toMatchObject(NOT_ALLOWED);
  const { entries, homes } = await done(readCatalogue(editor, {}));
  expect(entries.map(({ code, edited }) => [code, edited])).toEqual([['theirs', true]]);
  expect(homes).toEqual({ own: false, courses: [{ id: courseId, title: 'Theirs' }] });
  const entryId = entries[0]?.id ?? '';
  await done(saveMisconception(editor, { ...entry, entryId, courseId: null, name: 'Theirs, better' }));
  await done(archiveMisconception(editor, { entryId, archived: true }));
  const other = await database().misconception.findFirstOrThrow({ where: { code: 'of-another' } });
  expect(await archiveMisconception(editor, { entryId: other.id, archived: true })).toMatchObject(NOT_ALLOWED);
});

it('a draft of a new question is theirs as long as a course is; a student without one has none of this', async () => {
  const thing = { of: 'new', newId: crypto.randomUUID() } as const;
  const draft = { thing, as: editor.id, source: 'typed', base: 0, claimedAt: Date.now() };
  await done(saveAuthorDraft(editor, draft));
  const nobody = cast.student;
  expect(await readDraft(nobody, { thing, as: nobody.id, known: null })).toMatchObject(NOT_ALLOWED);
  expect(await findQuestions(nobody, { search: '', page: 1, shelf: 'all' })).toMatchObject(NOT_ALLOWED);
  expect(await readCatalogue(nobody, {})).toMatchObject(NOT_ALLOWED);
  expect(await previewQuestion(nobody, { source: SOURCE('x') })).toMatchObject(NOT_ALLOWED);
  expect(await makeQuestion(nobody, { source: SOURCE('x'), courseId })).toMatchObject(NOT_ALLOWED);
  await done(setEditor(cast.admin, { courseId, login: editor.login, edits: false }));
  expect(await readDraft(editor, { thing, as: editor.id, known: null })).toMatchObject(NOT_ALLOWED);
  expect(await makeQuestion(editor, { source: SOURCE('x'), courseId })).toMatchObject(NOT_ALLOWED);
});
