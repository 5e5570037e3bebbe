/** Files and the classroom side by side: what was changed here is never written over by a start, and an admin sees first what would be. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { selectOptionalLessonMoved } from '../../db/course-tree.ts';
import { selectOptionalLevel } from '../../db/levels.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { decideIn, lookAtContent, textsIn } from '../../server/features/courses/content.ts';
import { readContent } from '../../server/features/courses/content-files.ts';
import { loadContent } from '../../server/features/courses/load-content.ts';
import { archive, changeAddress, makeLesson, makeLevel, move, rename } from '../../server/features/courses/tree.ts';
import { takingOf } from '../../server/features/start/prepare.ts';
import { linesOf } from '../../tools/lessons/sync.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { placeIn, writtenIn } from '../support/course-list.ts';
import { newStateFolder } from '../support/launcher.ts';

const COURSE = 'mathematics-for-machine-learning';
const CODE = 'gradients-in-code';
const LIST = readFileSync(path.join(ROOT, 'content', COURSE, 'course.yaml'), 'utf8');
const WRITTEN = writtenIn(LIST);
const MOMENTUM = placeIn(LIST, 'Momentum');
let cast: Cast;
let folder: string;

beforeAll(() => {
  folder = newStateFolder('content');
});
beforeEach(async () => {
  if (cast !== undefined) await dismissCast();
  cast = await makeCast();
  cpSync(path.join(ROOT, 'content'), folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await compiler.close();
  await dismissCast();
});

function change(file: string, to: (text: string) => string): void {
  const at = path.join(folder, COURSE, file);
  writeFileSync(at, to(readFileSync(at, 'utf8')));
}
const changeCode = (line: string): void => change('level-05/05-gradients-in-code.md', (text) => `${text}\n${line}\n`);
const FIFTH = placeIn(LIST, 'Gradients in code');

async function lessonOf(contentId = CODE) {
  return database().lesson.findUniqueOrThrow({ where: { contentId }, include: { published: true, level: true } });
}
const places = async (slug = 'level-05'): Promise<string[]> => {
  const level = await selectOptionalLevel(database(), { course: { slug: COURSE }, slug });
  return (level?.places ?? []).map((place) => `${place.number} ${place.title}`);
};
async function look() {
  const [course] = await lookAtContent(readContent(folder));
  if (course === undefined) throw new Error('no course');
  return { ...course, file: course.files.find((one) => one.contentId === CODE) };
}
async function edit(line: string): Promise<string> {
  const { id, published } = await lessonOf();
  const source = `${published?.source}\n${line}\n`;
  expect(await publishEdited(cast.admin, { lessonId: id, source })).toMatchObject({ ok: true });
  return source;
}

it('the same files again change nothing, and say so', async () => {
  const before = await places();
  expect(await look()).toMatchObject({ list: { state: 'same' }, file: { state: 'same' } });
  expect(await loadContent(folder, 'all')).toEqual({ lessons: WRITTEN, taken: 0, shown: [], waiting: [] });
  expect(await places()).toEqual(before);
});

it('a start takes over what is new, and shows what has changed first: it waits until somebody has taken it', async () => {
  changeCode('More from the file.');
  const { published } = await lessonOf();
  const shown = ['Gradients in code'];
  expect(await loadContent(folder, 'new')).toEqual({ lessons: WRITTEN, taken: 0, shown, waiting: [] });
  expect((await lessonOf()).publishedId).toBe(published?.id);
  // a place more changes nothing of what stands here, and is taken
  const added = '      - title: A lesson more\n        file: level-05/99-more.md\n';
  const more = path.join(folder, COURSE, 'level-05/99-more.md');
  writeFileSync(more, '---\ntitle: A lesson more\ndescription: More.\n---\n\nText.\n');
  change('course.yaml', (yaml) => `${yaml.trimEnd()}\n${added}`);
  expect(await loadContent(folder, 'new')).toMatchObject({ lessons: WRITTEN + 1, taken: 1, shown });
  expect((await lessonOf('more')).published?.source).toContain('Text.');
  // what moves others waits, by the course's name
  change('course.yaml', (yaml) => yaml.replace(FIFTH, `      - Friction\n${FIFTH}`));
  const waits = ['Mathematics for machine learning', 'Gradients in code'];
  expect(await loadContent(folder, 'new')).toMatchObject({ taken: 0, shown: waits });
  expect(await places()).not.toContain('5 Friction');
  // looked at, and taken
  const texts = await textsIn(folder, { course: COURSE, file: CODE });
  expect(texts).toMatchObject({ here: published?.source, file: expect.stringContaining('More from the file.') });
  const { list, file } = await look();
  const lines = linesOf({ ...(await look()) });
  expect(lines).toContain(`${file?.file}: changed: waits until somebody takes it over`);
  expect(lines.join()).toContain('added: Friction');
  for (const [of, hash] of [
    [null, list.hash],
    [CODE, file?.hash ?? ''],
  ] as const)
    expect(await decideIn(folder, cast.admin, { course: COURSE, file: of, hash, take: true })).toEqual({ ok: true });
  expect(await loadContent(folder, 'new')).toMatchObject({ taken: 0, shown: [] });
  expect((await lessonOf()).published?.source).toContain('More from the file.');
  expect(await places()).toContain('5 Friction');
});

it('who runs it without a person says so, and nothing waits', () => {
  expect([undefined, '', 'ask', 'take'].map(takingOf)).toEqual(['new', 'new', 'new', 'all']);
  expect(() => takingOf('yes')).toThrow('NABLA_CONTENT must be "ask" or "take"');
});

it('a file that has changed is taken over where nobody has edited the lesson, also back to an older text', async () => {
  changeCode('More from the file.');
  expect((await look()).file).toMatchObject({ state: 'changed' });
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 1, waiting: [] });
  expect((await lessonOf()).published?.source).toContain('More from the file.');
  cpSync(path.join(ROOT, 'content'), folder, { recursive: true });
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 1, waiting: [] });
  expect((await lessonOf()).published?.source).not.toContain('More from the file.');
});

it('a lesson that was edited here stays until its file changes, then waits for somebody, who keeps it or takes the file', async () => {
  const edited = await edit('More from here.');
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 0, waiting: [] });
  changeCode('More from the file.');
  expect((await look()).file).toMatchObject({ state: 'both' });
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 0, waiting: ['Gradients in code'] });
  expect((await lessonOf()).published?.source).toBe(edited);
  const hash = (await look()).file?.hash ?? '';
  const decide = (more: object) =>
    decideIn(folder, cast.admin, { course: COURSE, file: CODE, hash, take: true, ...more });
  expect(await decide({ hash: 'another' })).toMatchObject({ refused: 'changedMeanwhile' });
  expect(await decide({ take: false })).toEqual({ ok: true });
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 0, waiting: [] });
  expect((await lessonOf()).published?.source).toBe(edited);
  // the next change of the file waits again
  changeCode('Still more.');
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 0, waiting: ['Gradients in code'] });
  const next = (await look()).file?.hash ?? '';
  expect(await decide({ hash: next })).toEqual({ ok: true });
  const { published, id } = await lessonOf();
  expect(published?.source).toContain('Still more.');
  // what was edited here is a version that can be published again
  expect(await database().lessonVersion.count({ where: { lessonId: id, source: edited } })).toBe(1);
});

it('a course that was arranged here stays so while its list does, and what was made here is never archived by it', async () => {
  const before = await places();
  const { id, levelId } = await lessonOf();
  const made = await makeLesson(cast.admin, { levelId: levelId ?? '', title: 'Made here' });
  const level = await makeLevel(cast.admin, { courseId: cast.courseId, title: 'A level of our own' });
  if (!made.ok || !level.ok) throw new Error('refused');
  await move(cast.admin, { thing: { of: 'lesson', id }, levelId: level.levelId, before: null });
  await rename(cast.admin, { thing: { of: 'level', id: levelId ?? '' }, title: 'Renamed here' });
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 0, waiting: [] });
  expect(await places('a-level-of-our-own')).toEqual(['1 Gradients in code']);

  change('course.yaml', (yaml) => yaml.replace(MOMENTUM, `      - Friction\n${MOMENTUM}`));
  const { list } = await look();
  expect(list.state).toBe('both');
  expect(list.changes).toMatchObject({
    added: ['Friction'],
    archived: [],
    removed: [],
    told: ['Gradients and learning'],
  });
  expect(list.changes.moved).toContain('Gradients in code');
  expect(await loadContent(folder, 'all')).toMatchObject({ waiting: ['Mathematics for machine learning'] });
  expect(await places('a-level-of-our-own')).toEqual(['1 Gradients in code']);

  // left as it stands here
  const decide = (take: boolean) => decideIn(folder, cast.admin, { course: COURSE, file: null, hash: list.hash, take });
  expect(await decide(false)).toEqual({ ok: true });
  expect(await loadContent(folder, 'all')).toMatchObject({ waiting: [] });
  expect(await places('a-level-of-our-own')).toEqual(['1 Gradients in code']);
  // or as the list has it: what was made here comes after it
  expect(await decide(true)).toEqual({ ok: true });
  const now = await places();
  expect(now).toContain('5 Gradients in code');
  expect(now.at(-1)).toBe(`${before.length + 2} Made here`);
  expect(await places('a-level-of-our-own')).toEqual([]);
  expect(await database().level.findUniqueOrThrow({ where: { id: level.levelId } })).toMatchObject({
    number: 7,
    archivedAt: null,
  });
});

it('a list that has changed is taken over where the course was not arranged here', async () => {
  await loadContent(folder, 'all');
  change('course.yaml', (yaml) => yaml.replace(FIFTH, '').replace(MOMENTUM, MOMENTUM + FIFTH));
  expect((await look()).list).toMatchObject({ state: 'changed', changes: { added: [], archived: [] } });
  expect(await loadContent(folder, 'all')).toMatchObject({ waiting: [] });
  expect((await places())[12]).toBe('13 Gradients in code');
});

it('an address that was chosen here stays, and the one of the file leads to it', async () => {
  const { id } = await lessonOf();
  expect(await changeAddress(cast.admin, { thing: { of: 'lesson', id }, slug: 'our-own' })).toMatchObject({ ok: true });
  const course = { of: 'course', id: cast.courseId } as const;
  expect(await changeAddress(cast.admin, { thing: course, slug: 'ours' })).toMatchObject({ ok: true });
  change('course.yaml', (yaml) => yaml.replace(MOMENTUM, `      - Friction\n${MOMENTUM}`));
  expect(await loadContent(folder, 'all')).toMatchObject({ waiting: [] });
  expect((await lessonOf()).slug).toBe('our-own');
  expect(await selectOptionalLessonMoved(database(), 'gradients-in-code')).toBe('our-own');
  expect(await database().course.findMany({ select: { slug: true } })).toEqual([{ slug: 'ours' }]);
});

it('a lesson that was archived here stays archived, and comes back with the list only where somebody says so', async () => {
  const { id } = await lessonOf();
  await archive(cast.admin, { thing: { of: 'lesson', id }, archived: true });
  expect(await loadContent(folder, 'all')).toMatchObject({ waiting: [] });
  expect((await lessonOf()).archivedAt).not.toBeNull();
  changeCode('More from the file.');
  expect(await loadContent(folder, 'all')).toMatchObject({ taken: 1 });
  expect((await lessonOf()).archivedAt).not.toBeNull();
});
