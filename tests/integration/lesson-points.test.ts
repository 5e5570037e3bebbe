/** The points of a lesson stand in columns of its version: summed up when it is published, and once for those from before. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { selectOptionalLevel } from '../../db/levels.ts';
import { migrate } from '../../db/migrate.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDatabase } from '../support/database.ts';

afterAll(disconnect);

/** Versions with these contents, in a database as it was before the columns. */
const VERSIONS = `
with c as (insert into courses (slug, title) values ('c', 'C') returning id),
  l as (insert into levels (course_id, number, slug, title) select id, 1, 'l', 'L' from c returning id),
  lesson as (insert into lessons (level_id, place, slug, title) select id, 1, 'a', 'A' from l returning id)
insert into lesson_versions (lesson_id, number, source, source_hash, content, keys)
select id, n, '', n::text, content, '{}' from lesson, unnest($1::jsonb[]) with ordinality v(content, n)`;

describe('the points of a lesson', () => {
  it('are those of its questions, in the columns of what was published and on the map of its level', async () => {
    connect(await makeDatabase(), { connections: 2 });
    const db = database();
    const lesson = await selectOptionalPublished(db, { slug: 'gradients-and-derivatives' });
    if (lesson === undefined) throw new Error('the lesson is published');
    const { questions } = lesson.content;
    const points = questions.reduce((sum, one) => sum + one.points, 0);
    expect(points).toBeGreaterThan(questions.length);
    expect(
      await db.lessonVersion.findUniqueOrThrow({
        where: { id: lesson.versionId },
        select: { points: true, questionCount: true },
      }),
    ).toEqual({ points, questionCount: questions.length });
    const level = await selectOptionalLevel(db, { id: lesson.level.id });
    expect(level?.places.find((place) => place.lessonId === lesson.id)).toMatchObject({ points, slug: lesson.slug });
    expect(level?.places.filter((place) => place.slug === null).map((place) => place.points)).not.toContain(points);
  });

  it('are summed up for versions from before, whatever is in them', async () => {
    const url = await makeDatabase('empty');
    const names = readdirSync(path.join(ROOT, 'prisma/migrations')).filter((name) => /^\d/.test(name));
    await migrate(
      url,
      names.toSorted().findIndex((name) => name.endsWith('_points_of_a_version')),
    );
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const contents = [{ questions: [{ points: 2 }, { points: 0.5 }] }, { questions: [] }, {}];
      await client.query(VERSIONS, [contents.map((one) => JSON.stringify(one))]);
      await migrate(url);
      const { rows } = await client.query('select points, question_count from lesson_versions order by number');
      expect(rows).toEqual([
        { points: 2.5, question_count: 2 },
        { points: 0, question_count: 0 },
        { points: 0, question_count: 0 },
      ]);
    } finally {
      await client.end();
    }
  });
});
