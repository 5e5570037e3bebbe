/**
 * The grade book of a large class: 500 students × 60 columns, of them lessons with two to four attempts at each of two questions (some with
 * a time limit that was sat, some with something different for every tenth student), live sessions that count, and what is by hand. What its page weighs and costs the server, and how long it takes to work out all of it anew.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { refreshResults } from '../../server/features/activities/results.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';
import { cookieOf } from '../support/live-client.ts';
import { LESSON } from '../support/own-place.ts';
import { playSession } from '../support/played-session.ts';
import { startServer, WITH_FRONT_PAGE } from '../support/processes.ts';
import { percentile, print } from './figures.ts';
import { giveWorked, makePeople } from './large-class.ts';
import { cpuMs, cpuMsOfTree } from './process-cost.ts';

const SIZE = { students: 500, lessons: 30, timed: 6, live: 4, byHand: 26, withdrawn: 5, questions: 2 };
const WARM = 3;
const LOADS = 10;

/** With a database of its own. */
export async function measureGrades(): Promise<void> {
  const folder = newStateFolder('bench-grades');
  const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: await freePort() });
  try {
    connect(postgres.url, { connections: 4 });
    await prepare(postgres.url, path.join(ROOT, 'content'));
    const { classId, teachers } = await makeTerm();
    const first = await recomputed(classId);
    const again = await recomputed(classId);
    const pages = await pagesOf(postgres, classId, teachers[0] ?? '');
    print({ bench: 'grades', ...SIZE, recompute: { first, again }, page: pages });
  } finally {
    await disconnect();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeTerm(): Promise<{ classId: string; teachers: string[] }> {
  const { classId, teachers, students } = await makePeople(SIZE.students);
  const { id: levelId } = await database().level.findFirstOrThrow();
  // what was taken back comes last: nothing of it is worked out
  for (let at = 0; at < SIZE.lessons + SIZE.withdrawn; at++) {
    const { id } = await database().lesson.create({
      data: { slug: `of-a-term-${at}`, title: `Lesson ${at}`, levelId, place: 100 + at },
      select: { id: true },
    });
    await giveWorked(id, { questions: SIZE.questions, classId, students });
  }
  await pool().query(
    `with made as (
      insert into activities (class_id, kind, title, max_points) select $1, 'outside', 'Oral ' || n, 10
      from generate_series(1, $2::int) n returning id)
    insert into activity_points (activity_id, user_id, points)
    select made.id, s.id, abs(hashtext(made.id::text || s.id)) % 41 / 4.0 from made, unnest($3::uuid[]) s(id)`,
    [classId, SIZE.byHand, students],
  );
  await pool().query(
    `update activities set withdrawn_at = now() where class_id = $1 and lesson_id in (
      select id from lessons where slug like 'of-a-term-%' and place >= 100 + $2::int)`,
    [classId, SIZE.lessons],
  );
  await sitTimed(classId);
  await changeSome(classId, teachers[0] ?? '');
  for (let at = 0; at < SIZE.live; at++) await playLive(classId, teachers[0] ?? '', students);
  await pool().query('analyze');
  return { classId, teachers };
}

/** The first of them have a time limit, and everybody has sat it. */
async function sitTimed(classId: string): Promise<void> {
  await pool().query(
    `with timed as (
      update activities set minutes = 45 where id in (
        select a.id from activities a join lessons l on l.id = a.lesson_id
        where a.class_id = $1 and a.withdrawn_at is null order by l.place limit $2) returning id)
    insert into sittings (activity_id, user_id, number, begun_at, settled_at)
    select timed.id, e.user_id, 1, f.first - interval '1 minute', f.first + interval '44 minutes'
    from timed join activities a on a.id = timed.id join enrolments e on e.class_id = a.class_id and e.role = 'student'
    cross join lateral (
      select min(s.created_at) as first from submissions s where s.user_id = e.user_id and s.lesson_id = a.lesson_id) f
    where f.first is not null`,
    [classId, SIZE.timed],
  );
}

/** Every tenth student has something of their own, told in the record of changes. */
async function changeSome(classId: string, teacher: string): Promise<void> {
  await pool().query(
    `with chosen as (
      select a.id, e.user_id from activities a join enrolments e on e.class_id = a.class_id and e.role = 'student'
      where a.class_id = $1 and a.kind = 'work' and abs(hashtext(a.id::text || e.user_id)) % 10 = 0),
    set_for as (
      insert into activity_overrides (activity_id, user_id, more, waived, excused, set_by_id)
      select id, user_id, 1, true, abs(hashtext(user_id::text)) % 7 = 0, $2 from chosen)
    insert into activity_changes (activity_id, user_id, actor_id, what, after)
    select id, user_id, $2, 'override', '{"more": 1}' from chosen`,
    [classId, teacher],
  );
}

/** A room that is over, in which everybody sat and answered. */
async function playLive(classId: string, teacher: string, students: readonly string[]): Promise<void> {
  const { published } = await database().lesson.findUniqueOrThrow({
    where: { slug: LESSON },
    include: { published: true },
  });
  const lessonId = published?.lessonId ?? '';
  const [questionId = ''] = [...(await selectQuestions(database(), published?.id ?? '')).values()].flatMap((one) =>
    one.kind === 'choice' ? [one.id] : [],
  );
  const answer = { kind: 'choice' as const, choices: ['A'] };
  const answers = students.map((_, by) => ({ by, answer, tookMs: 1_000 + by }));
  const names = await database().user.findMany({ where: { id: { in: [...students] } } });
  const byId = new Map(names.map((one) => [one.id, one]));
  const seats = students.flatMap((id) => byId.get(id) ?? []);
  const host = { ...(await database().user.findUniqueOrThrow({ where: { id: teacher } })), role: 'teacher' as const };
  const { session } = await playSession(host, { lessonId, classId }, seats, [{ questionId, answers }]);
  await pool().query(
    `insert into activities (class_id, kind, session_id, counts_for, max_points) select $1, 'live', $2, 'part', 5`,
    [classId, session],
  );
}

/** Everything of the class is out of date, as after a regrade of all. */
async function recomputed(classId: string): Promise<{ ms: number; cpuMs: number }> {
  await pool().query(
    `update activity_results r set facts = facts + 1 from activities a where a.id = r.activity_id and a.class_id = $1`,
    [classId],
  );
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await refreshResults(classId);
  const { user, system } = process.cpuUsage(cpu);
  return { ms: Math.round(performance.now() - began), cpuMs: Math.round((user + system) / 1000) };
}

async function pagesOf(postgres: { url: string; pid: number }, classId: string, teacher: string) {
  const cookie = await cookieOf(teacher);
  const port = await freePort();
  const server = await startServer(postgres.url, port, { ...WITH_FRONT_PAGE, NABLA_PROXY: '1' });
  const load = async (): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${port}/classes/${classId}/grades`, {
      headers: { cookie, 'accept-encoding': 'identity' },
    });
    if (!response.ok) throw new Error(`the page was refused: ${response.status}`);
    return (await response.bytes()).length;
  };
  try {
    for (let done = 0; done < WARM; done++) await load();
    const [server0, postgres0] = [cpuMs(server.pid), cpuMsOfTree(postgres.pid)];
    const waits: number[] = [];
    let bytes = 0;
    for (let done = 0; done < LOADS; done++) {
      const began = performance.now();
      bytes = await load();
      waits.push(performance.now() - began);
    }
    return {
      bytes,
      ms: { p50: percentile(waits, 0.5), max: percentile(waits, 1) },
      serverCpuMs: Math.round((cpuMs(server.pid) - server0) / LOADS),
      postgresCpuMs: Math.round((cpuMsOfTree(postgres.pid) - postgres0) / LOADS),
    };
  } finally {
    await server.kill('SIGTERM');
  }
}
