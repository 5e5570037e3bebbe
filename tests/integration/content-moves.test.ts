/** A course's list is changed: lessons keep what was handed in to them, wherever they stand. */
import { cpSync, createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { restoreBackup } from '../../db/backup/read.ts';
import { connect, database, disconnect } from '../../db/client.ts';
import { selectOptionalLevel } from '../../db/levels.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { loadContent } from '../../server/features/courses/load-content.ts';
import { placeIn } from '../support/course-list.ts';
import { makeDatabase } from '../support/database.ts';
import { newStateFolder } from '../support/launcher.ts';

const COURSE = 'mathematics-for-machine-learning';
let folder: string;

beforeAll(async () => {
  const url = await makeDatabase('empty');
  await restoreBackup(url, createReadStream(path.join(ROOT, 'tests/fixtures/databases/57e7824.nabla')));
  connect(url, { connections: 4 });
});
beforeEach(() => {
  folder = newStateFolder('content');
  cpSync(path.join(ROOT, 'content'), folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await disconnect();
});

/** Changes the course's list and loads it. */
async function list(change: (yaml: string) => string): Promise<void> {
  const file = path.join(folder, COURSE, 'course.yaml');
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  await loadContent(folder, 'all');
}

const LIST = readFileSync(path.join(ROOT, 'content', COURSE, 'course.yaml'), 'utf8');
const FOURTH = placeIn(LIST, 'Gradients & Derivatives');
const FIFTH = placeIn(LIST, 'Gradients in code');
const MOMENTUM = placeIn(LIST, 'Momentum');

/** What hangs on each lesson that somebody has worked on, by the title that it has. */
async function work(): Promise<Record<string, [id: string, submissions: number, scores: number, sessions: number]>> {
  const rows = await database().lesson.findMany({
    where: { submissions: { some: {} } },
    select: { id: true, title: true, _count: { select: { submissions: true, scores: true, sessions: true } } },
  });
  return Object.fromEntries(
    rows.map(({ id, title, _count: { submissions, scores, sessions } }) => [
      title,
      [id, submissions, scores, sessions],
    ]),
  );
}
const places = async (): Promise<string[]> => {
  const level = await selectOptionalLevel(database(), { course: { slug: COURSE }, slug: 'level-05' });
  return (level?.places ?? []).map((place) => `${place.number} ${place.title}`);
};

it('every submission stays with its lesson while places are put in, swapped, moved and taken out, and come back', async () => {
  const before = await work();
  expect(before['Gradients & Derivatives']?.[1]).toBeGreaterThan(50);
  await list((yaml) => yaml.replace(FOURTH, `      - Limits\n${FOURTH}`));
  expect(await work()).toEqual(before);
  expect((await places()).slice(3, 6)).toEqual(['4 Limits', '5 Gradients & Derivatives', '6 Gradients in code']);
  await list((yaml) => yaml.replace(FOURTH + FIFTH, FIFTH + FOURTH));
  expect(await work()).toEqual(before);
  expect((await places()).slice(4, 6)).toEqual(['5 Gradients in code', '6 Gradients & Derivatives']);
  await list((yaml) => yaml.replace(FIFTH, '').replace(MOMENTUM, MOMENTUM + FIFTH));
  expect(await work()).toEqual(before);
  await list((yaml) => yaml.replace(FIFTH, ''));
  expect(await work()).toEqual(before);
  expect((await places()).join()).not.toMatch(/Gradients in code/);
  const archived = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-in-code' } });
  expect(archived.archivedAt).not.toBeNull();
  await list((yaml) => yaml.replace(FOURTH, FIFTH + FOURTH));
  expect(await work()).toEqual(before);
  expect((await database().lesson.findUniqueOrThrow({ where: { id: archived.id } })).archivedAt).toBeNull();
});

it('a file that is renamed is the same lesson where its front matter says who it is', async () => {
  const before = await work();
  const file = path.join(folder, COURSE, 'level-05/05-gradients-in-code.md');
  const source = readFileSync(file, 'utf8');
  writeFileSync(
    path.join(folder, COURSE, 'level-05/05-code-for-gradients.md'),
    source.replace('---\n', '---\nid: gradients-in-code\n'),
  );
  await list((yaml) => yaml.replace('05-gradients-in-code.md', '05-code-for-gradients.md'));
  expect(await work()).toEqual(before);
  const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: 'code-for-gradients' } });
  expect(lesson.id).toBe(before['Gradients in code']?.[0]);
});

it('titles and descriptions of courses, levels and places follow the file', async () => {
  await list((yaml) => yaml.replace(MOMENTUM, `      - Friction\n${MOMENTUM}`));
  await list((yaml) =>
    yaml
      .replace('title: Mathematics for machine learning', 'title: Maths for machines')
      .replace('description: From functions', 'description: Told anew, from functions')
      .replace('title: Gradients and learning', 'title: Gradients, and learning')
      .replace('number: 5', 'number: 6')
      .replace('- Friction', '- Friction, and rest'),
  );
  const level = await selectOptionalLevel(database(), { course: { slug: COURSE }, slug: 'level-05' });
  expect(level).toMatchObject({ number: 6, title: 'Gradients, and learning', course: { title: 'Maths for machines' } });
  expect(level?.course.description).toMatch(/^Told anew/);
  expect((await places()).join()).toMatch(/Friction, and rest/);
});

it('what was written in the classroom at a place without a file goes where that place goes', async () => {
  const admin = await database().user.findUniqueOrThrow({ where: { login: 'admin' } });
  const free = '      - Chains to come\n';
  await list((yaml) => yaml.replace(FIFTH, FIFTH + free));
  const place = await database().lesson.findFirstOrThrow({ where: { title: 'Chains to come' } });
  const source = '---\ntitle: Chains\ndescription: One.\n---\n\n## Chains\n\nText.\n';
  const person = { id: admin.id, name: admin.name, login: admin.login, role: admin.role };
  expect(await publishEdited(person, { lessonId: place.id, source })).toMatchObject({ ok: true });
  await list((yaml) => yaml.replace(free, '').replace(MOMENTUM, MOMENTUM + free));
  const moved = (await places()).find((one) => one.endsWith('Chains'));
  expect(moved).toMatch(/^14 /);
  expect((await database().lesson.findUniqueOrThrow({ where: { id: place.id } })).archivedAt).toBeNull();
});

it('two files that would be one lesson are refused with both names, and nothing changes', async () => {
  const before = await work();
  cpSync(
    path.join(folder, COURSE, 'level-05/05-gradients-in-code.md'),
    path.join(folder, COURSE, 'level-05/07-gradients-in-code.md'),
  );
  const twice = list((yaml) =>
    yaml.replace(FIFTH, `${FIFTH}      - title: Again\n        file: level-05/07-gradients-in-code.md\n`),
  );
  await expect(twice).rejects.toThrow(/05-gradients-in-code.md and .*07-gradients-in-code.md are both called/);
  expect(await work()).toEqual(before);
});

it('two processes that load at the same moment make one course', async () => {
  await loadContent(folder, 'all');
  const before = await places();
  writeFileSync(path.join(folder, COURSE, 'course.yaml'), LIST.replace(MOMENTUM, `      - Friction\n${MOMENTUM}`));
  await Promise.all([loadContent(folder, 'all'), loadContent(folder, 'all'), loadContent(folder, 'all')]);
  const titles = (all: string[]) => all.map((one) => one.replace(/^\d+ /, '')).toSorted();
  expect(titles(await places())).toEqual(titles([...before, 'Friction']));
  expect(await database().course.count()).toBe(1);
});
