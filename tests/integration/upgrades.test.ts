/** Every database that was ever left here (tests/fixtures/databases/) is restored, upgraded and read: nobody's work is lost or re-scored. */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, describe, expect, it } from 'vitest';
import { tableLine } from '../../db/backup/format.ts';
import { linesOf } from '../../db/backup/lines.ts';
import { restoreBackup } from '../../db/backup/read.ts';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { questionsOfLessons } from '../filled/documents.ts';
import { whatIsSeen } from '../filled/seen.ts';
import { makeDatabase } from '../support/database.ts';

const FOLDER = path.join(ROOT, 'tests/fixtures/databases');
const COURSE = 'mathematics-for-machine-learning';
/** What was handed in, said and decided: rows that no upgrade may lose or change. */
const FACTS: Record<string, string[]> = {
  users: ['id', 'name', 'login', 'role', 'password_hash', 'disabled_at'],
  enrolments: ['class_id', 'user_id', 'role', 'time_factor'],
  class_assistants: ['class_id', 'user_id', 'may_grade', 'may_people'],
  class_invitations: ['id', 'class_id', 'user_id', 'as_role', 'answered_at', 'accepted'],
  former_students: ['class_id', 'user_id', 'time_factor', 'barred'],
  rosters: ['id', 'class_id', 'made_by_id', 'undone_at'],
  roster_people: ['roster_id', 'user_id', 'invitation_id'],
  said_marks: ['class_id', 'lesson_id', 'question_id', 'key', 'hidden', 'group_name'],
  submissions: ['id', 'user_id', 'question_id', 'purpose', 'client_id', 'answer', 'seed', 'hints_taken', 'created_at'],
  verdicts: ['id', 'submission_id', 'grader', 'outcome', 'result', 'points', 'max_points', 'detail', 'created_at'],
  remarks: ['id', 'submission_id', 'class_id', 'author_id', 'line', 'text', 'created_at', 'edited_at', 'withdrawn_at'],
  remark_reads: ['submission_id', 'user_id', 'read_to'],
  remark_phrases: ['id', 'user_id', 'text'],
  practice_cards: ['user_id', 'question_id', 'aside_at'],
  inquiries: [
    'id',
    'class_id',
    'student_id',
    'lesson_id',
    'question_id',
    'answer',
    'asked_at',
    'answered_at',
    'helped_at',
  ],
  inquiry_messages: ['id', 'inquiry_id', 'author_id', 'text', 'created_at', 'edited_at', 'withdrawn_at'],
  inquiry_reads: ['inquiry_id', 'user_id', 'read_to'],
  notice_settings: ['user_id', 'seen_to', 'off', 'mail_off', 'mail_address', 'digest', 'mailed_to'],
  scores: ['user_id', 'question_id', 'points', 'max_points', 'result', 'attempts', 'submission_id'],
  drafts: ['user_id', 'question_id', 'answer', 'updated_at'],
  hint_reveals: ['user_id', 'question_id', 'shown', 'updated_at'],
  activities: ['class_id', 'lesson_id', 'due_at', 'created_at'],
  sittings: ['activity_id', 'user_id', 'begun_at'],
  activity_students: ['activity_id', 'user_id'],
  activity_overrides: ['activity_id', 'user_id', 'until', 'excused', 'time_factor', 'more', 'waived', 'reason'],
  activity_points: ['activity_id', 'user_id', 'points'],
  grade_categories: ['id', 'class_id', 'name', 'weight', 'drop_lowest', 'place'],
  activity_changes: ['id', 'activity_id', 'user_id', 'at', 'what', 'before', 'after'],
  class_hours: ['id', 'class_id', 'begun_by_id', 'begun_at', 'ended_at'],
  hands: ['id', 'hour_id', 'user_id', 'raised_at', 'lowered_at'],
  snapshots: ['id', 'class_id', 'lesson_version_id', 'question_id', 'taken_at', 'taken_by_id'],
  snapshot_answers: ['snapshot_id', 'user_id', 'place', 'answer'],
  regrade_items: ['regrade_id', 'submission_id', 'before', 'proposed', 'error'],
  live_sessions: ['id', 'code', 'host_id', 'state', 'ended_at'],
  live_events: ['session_id', 'version', 'type', 'payload', 'at'],
  live_answers: ['session_id', 'round', 'player_id', 'client_id', 'answer', 'received_at', 'verdict', 'provisional'],
  question_shares: ['question_id', 'user_id', 'may'],
  question_variants: ['id', 'user_id', 'question_id', 'number', 'drawn', 'practice'],
  misconceptions: ['id', 'course_id', 'owner_id', 'code'],
  quiz_shares: ['lesson_id', 'user_id', 'may'],
  course_editors: ['course_id', 'user_id', 'given_at'],
  handovers: ['id', 'from_id', 'to_id', 'undone_at'],
  handover_things: ['handover_id', 'question_id', 'lesson_id', 'picture_id'],
  pictures: ['id', 'hash', 'width', 'height', 'bytes'],
  players: ['id', 'session_id', 'user_id', 'nickname', 'removed_at'],
  audit_events: ['id', 'actor_id', 'action', 'subject', 'details', 'at'],
};
/** Tables that older versions called otherwise. */
const BEFORE: Record<string, string> = { assignments: 'activities' };
/** Tables that older versions did not have. */
const LATER = new Set([
  ...['question_shares', 'sittings', 'question_variants', 'misconceptions', 'quiz_shares', 'course_editors'],
  ...['handovers', 'handover_things', 'pictures', 'class_assistants', 'class_invitations', 'former_students'],
  ...['rosters', 'roster_people', 'said_marks'],
  ...['remarks', 'remark_reads', 'remark_phrases', 'practice_cards'],
  ...['inquiries', 'inquiry_messages', 'inquiry_reads', 'notice_settings'],
  ...['activity_students', 'activity_overrides', 'activity_points', 'activity_changes'],
  ...['class_hours', 'hands', 'snapshots', 'snapshot_answers'],
  'grade_categories',
]);

afterAll(disconnect);

/** Rows of the facts as they stand in the file. */
async function factsIn(file: string): Promise<Record<string, string[]>> {
  const facts: Record<string, string[]> = {};
  let rows: string[] | undefined;
  let places: number[] = [];
  for await (const bytes of linesOf(createReadStream(file).pipe(createGunzip()))) {
    const line = bytes.toString('utf8');
    if (line === '\\.') rows = undefined;
    else if (rows !== undefined) {
      const fields = line.split('\t');
      rows.push(places.map((place) => fields[place]).join('\t'));
    } else {
      const table = tableLine.safeParse(JSON.parse(line));
      if (!table.success) continue;
      const name = BEFORE[table.data.table] ?? table.data.table;
      const columns = FACTS[name];
      rows = [];
      if (columns === undefined) continue;
      places = columns.map((column) => table.data.columns.indexOf(column));
      facts[name] = rows;
    }
  }
  return facts;
}

/** The same rows as the database holds them now. */
async function factsNow(): Promise<Record<string, string[]>> {
  const facts: Record<string, string[]> = {};
  const client = await pool().connect();
  try {
    for (const [table, columns] of Object.entries(FACTS)) {
      const rows: string[] = [];
      const list = columns.map((column) => `"${column}"`).join(', ');
      for await (const row of linesOf(client.query(copyTo(`copy (select ${list} from "${table}") to stdout`))))
        rows.push(row.toString('utf8'));
      facts[table] = rows;
    }
  } finally {
    client.release();
  }
  return facts;
}

/** Rows that stood in the one and do not stand in the other, by table. */
function lost(before: Record<string, string[]>, now: Record<string, string[]>): string[] {
  return Object.entries(before).flatMap(([table, rows]) => {
    const there = new Set(now[table]);
    return rows.filter((row) => !there.has(row)).map((row) => `${table}: ${row}`);
  });
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.nabla')))('a classroom of version %s', (name) => {
  it('comes through every migration and the lessons of today with all that was done in it', async () => {
    const file = path.join(FOLDER, name);
    const url = await makeDatabase('empty');
    const restored = await restoreBackup(url, createReadStream(file));
    connect(url, { connections: 4 });
    const { rows } = await pool().query<{ jobs: number }>(
      `select count(*)::int as jobs from graphile_worker._private_jobs`,
    );
    expect(rows[0]?.jobs).toBe(restored.jobs);
    const before = await factsIn(file);
    const asked = await questionsOfLessons(file);
    expect(asked.size).toBeGreaterThan(0);
    const isEmpty = (table: string): boolean => (before[table] ?? (LATER.has(table) ? ['none yet'] : [])).length === 0;
    expect(Object.keys(FACTS).filter(isEmpty)).toEqual([]);
    expect(lost(before, await factsNow())).toEqual([]);
    // its questions and their keys, of every version of every lesson, are what stood in the lessons
    for (const [version, questions] of asked) {
      const read = await selectQuestions(database(), version);
      expect(JSON.parse(JSON.stringify([...read.values()])), version).toEqual(questions);
    }
    const seen: unknown = JSON.parse(readFileSync(file.replace(/\.nabla$/, '.seen.json'), 'utf8'));
    expect(await whatIsSeen()).toEqual(seen);
    // homework of a quiz keeps the version that it was seen in
    const kept = await pool().query<{ quizzes: number; same: number }>(
      `select count(*)::int as quizzes, count(*) filter (where a.lesson_version_id = l.published_id)::int as same
       from activities a join lessons l on l.id = a.lesson_id and l.level_id is null`,
    );
    expect(kept.rows[0]?.same).toBe(kept.rows[0]?.quizzes);
    // content/ is loaded at each start: it takes nothing away either
    await prepare(url, path.join(ROOT, 'content'));
    expect(lost(before, await factsNow())).toEqual([]);
    // known by where they came from, and not made a second time
    const courses = await database().course.findMany({ select: { slug: true, contentId: true } });
    expect(courses).toEqual([{ slug: COURSE, contentId: COURSE }]);
    // besides those that were made in the classroom
    const levels = await database().level.findMany({ select: { slug: true, contentId: true } });
    expect(levels.filter(({ contentId }) => contentId !== null)).toEqual([{ slug: 'level-05', contentId: 'level-05' }]);
    expect(levels.map(({ slug }) => slug).filter((slug) => slug.startsWith('level-'))).toEqual(['level-05']);
    await disconnect();
    // the lessons of today are compiled and tried for each of them
  }, 900_000);
});
