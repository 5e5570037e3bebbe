/**
 * Every score, sheet, history and report of a database, as people see them: what an upgrade must leave as it is. Small and in
 * a fixed order, so that it can be kept beside a dump and compared.
 */
import { database, pool } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { ranking } from '../../domain/live/ranks.ts';
import { hostViewOf } from '../../domain/live/view/host.ts';
import type { Person } from '../../domain/people/person.ts';
import { readHistory } from '../../server/features/board/commands.ts';
import { readScores } from '../../server/features/board/scores.ts';
import { readPractice } from '../../server/features/practice/queries.ts';
import { readRegrade } from '../../server/features/regrading/queries.ts';
import { Rooms } from '../../server/live/rooms.ts';
import { boardOf } from '../support/board-of.ts';

export interface Seen {
  /** `login lesson question` → best points and what the last one came out as */
  practice: Record<string, string>;
  /** `class lesson login` → points, and each cell */
  boards: Record<string, string>;
  /** `login lesson question` → each submission's verdicts, newest first */
  histories: Record<string, string>;
  /** in the order in which they were made */
  regrades: string[];
  /** `code` → phase, and who has how many points */
  rooms: Record<string, string>;
  /** `class login` → the line of the exported sheet */
  sheets: Record<string, string>;
  /** `code` → of a room that is over, what its report says of each round */
  reports: Record<string, string[]>;
}

/** Reads what is seen in the database that this process is connected to. */
export async function whatIsSeen(): Promise<Seen> {
  const db = database();
  const people: Person[] = await db.user.findMany({
    orderBy: { login: 'asc' },
    select: { id: true, name: true, login: true, role: true },
  });
  const admin = people.find((one) => one.login === 'admin');
  if (admin === undefined) throw new Error('there is an admin');
  const seen: Seen = { practice: {}, boards: {}, histories: {}, regrades: [], rooms: {}, sheets: {}, reports: {} };
  const slugs = await db.lesson.findMany({ where: { publishedId: { not: null } }, select: { slug: true } });
  const lessons = await Promise.all(slugs.map(({ slug }) => selectOptionalPublished(db, { slug })));
  for (const lesson of lessons.filter((one) => one !== undefined)) {
    for (const person of people.filter((one) => one.role === 'student'))
      for (const [id, { bestPoints, last }] of Object.entries(await readPractice(person, lesson)))
        if (last !== null)
          seen.practice[`${person.login} ${lesson.slug} ${id}`] = `${bestPoints} ${last.verdict?.result ?? 'waits'}`;
    const classes = await db.class.findMany({ select: { id: true, name: true } });
    for (const { id: classId, name } of classes) {
      const board = await boardOf(admin, { classId, lessonId: lesson.id });
      for (const student of board.students) {
        const login = people.find((one) => one.id === student.id)?.login ?? '';
        const cells = board.questions.map(({ id }, at) => `${id}=${student.cells[at]?.state}`);
        seen.boards[`${name} ${lesson.slug} ${login}`] = `${student.points}: ${cells.toSorted().join(' ')}`;
        for (const { id: questionId } of board.questions) {
          const past = await readHistory(admin, { classId, lessonId: lesson.id, userId: student.id, questionId });
          if (past.ok && past.history.length > 0)
            seen.histories[`${login} ${lesson.slug} ${questionId}`] = past.history
              .map((one) =>
                [one.verdict, ...one.others].map((v) => `${v?.points}/${v?.maxPoints} ${v?.result}`).join(' < '),
              )
              .join('; ');
        }
      }
    }
  }
  for (const { id } of await db.regrade.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true } })) {
    const read = await readRegrade(admin, { regrade: id });
    if (read.ok) seen.regrades.push(`${read.view.state} ${JSON.stringify(read.view.report?.counts ?? null)}`);
  }
  for (const { id, name } of await db.class.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } })) {
    const { rows } = await readScores(id, await givenTo(id));
    for (const { login, points, right, attempted, total, texts } of rows)
      seen.sheets[`${name} ${login}`] =
        `${points.map((one) => one ?? '–').join(' ')} | ${right} right of ${attempted}, ${total} | ${texts.join(' ')}`;
  }
  const rooms = new Rooms(pool());
  for (const { id, code } of await db.liveSession.findMany({ orderBy: { createdAt: 'asc' } })) {
    const loaded = await rooms.load(id);
    if (loaded === undefined) throw new Error(`no room ${code}`);
    const ranks = ranking(loaded.room).map((one) => `${one.nickname}=${one.points}`);
    seen.rooms[code] = `${loaded.room.state.phase}: ${ranks.toSorted().join(', ')}`;
    const { facility } = hostViewOf(loaded.room, NO_ADDRESS);
    if (facility.length > 0) seen.reports[code] = facility.map((round) => JSON.stringify(round));
  }
  return seen;
}

/** Where one would join; it is no part of a report. */
const NO_ADDRESS = { joinUrl: '', joinLink: '', qr: '' };

/** What a class has, in an order that no migration changes. */
async function givenTo(classId: string) {
  const rows = await database().activity.findMany({
    where: { classId, withdrawnAt: null },
    orderBy: [{ createdAt: 'asc' }, { lesson: { slug: 'asc' } }],
    select: { lessonId: true, lessonVersionId: true },
  });
  return rows.flatMap(({ lessonId: id, lessonVersionId: versionId }) => (id === null ? [] : [{ id, versionId }]));
}
