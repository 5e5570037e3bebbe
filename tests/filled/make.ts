/**
 * `npm run filled -- <version>.nabla`: a classroom in the middle of its term, as a backup without a secret, and beside it
 * what is seen in it. One is made of each version whose stored shapes shall be read for ever
 * (tests/fixtures/databases/), and later versions are tried on it.
 */
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeBackup } from '../../db/backup/write.ts';
import { connect, database, disconnect } from '../../db/client.ts';
import type { Person } from '../../domain/people/person.ts';
import { startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { publishLesson } from '../../server/features/courses/publish.ts';
import { makeDemoClass, setDemoPasswords } from '../../server/features/start/demo.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';
import { LESSON, makeOwnPlace } from '../support/own-place.ts';
import { startServer, startWorkers } from '../support/processes.ts';
import { fillBank } from './bank.ts';
import { fillGiven } from './given.ts';
import { allGraded, decideSome, regradeSome, workThrough } from './homework.ts';
import { makePeople, schoolOf } from './people.ts';
import { playEveryKind, playRooms } from './rooms.ts';
import { whatIsSeen } from './seen.ts';
import { fillTerm } from './term.ts';

const file = path.resolve(process.argv[2] ?? '');
const folder = newStateFolder('filled');
const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: await freePort() });
const ending: (() => Promise<unknown>)[] = [postgres.stop];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
try {
  connect(postgres.url, { connections: 8 });
  await prepare(postgres.url, path.join(ROOT, 'content'));
  await makeDemoClass();
  await setDemoPasswords(() => 'nabla-demo');
  await makePeople();
  ending.unshift(disconnect);
  const port = await freePort();
  const server = await startServer(postgres.url, port);
  ending.unshift(() => server.kill('SIGTERM'));
  let workers = await startWorkers(postgres.url);
  ending.unshift(() => workers.kill('SIGTERM'));
  const school = await schoolOf(postgres.url);
  const everyKind = await publishEveryKind();
  const lessons = await database().lesson.findMany({
    where: { slug: { in: [LESSON, 'gradients-in-code', everyKind] } },
    select: { id: true },
  });
  const students = await database().user.findMany({
    where: { role: 'student', enrolments: { some: {} } },
    orderBy: { login: 'asc' },
    select: { id: true, name: true, login: true, role: true },
  });
  const ids = await workThrough(
    students,
    lessons.map(({ id }) => id),
  );
  say(`${ids.length} handed in`);
  await allGraded(ids);
  say('graded');
  const submitted = await database().submission.findMany({
    where: { purpose: 'submit' },
    orderBy: [{ createdAt: 'asc' }],
    select: { id: true },
  });
  await decideSome(
    school.teacher,
    submitted.map(({ id }) => id),
  );
  await regradeSome(school);
  say('regraded');
  await playRooms(`http://127.0.0.1:${port}`, school);
  await playEveryKind(`http://127.0.0.1:${port}`, everyKind);
  say('played');
  await fillBank(school);
  say('own questions and a quiz');
  await fillTerm(`http://127.0.0.1:${port}`, school);
  await fillGiven(school);
  await compiler.close();
  await nothingWaits();
  say('a term');
  // some wait to be graded when it is saved
  await workers.kill('SIGTERM');
  const late: Person[] = students.slice(-3);
  await workThrough(
    late,
    lessons.map(({ id }) => id),
  );
  const written = await writeBackup(postgres.url, createWriteStream(file), null);
  writeFileSync(`${file.replace(/\.nabla$/, '')}.seen.json`, `${JSON.stringify(await whatIsSeen(), null, 1)}\n`);
  say(JSON.stringify(written));
  workers = { ...workers, kill: async () => null };
} finally {
  for (const end of ending) await end();
}
process.exit(0);

/** A question of each kind, at a place of its own: the lessons that are worked through do not ask all of them. */
async function publishEveryKind(): Promise<string> {
  const { id, slug } = await makeOwnPlace();
  const source = readFileSync(path.join(import.meta.dirname, 'every-kind.md'), 'utf8');
  const published = await publishLesson(null, { id, file: `${slug}.md`, source });
  if (!published.ok) throw new Error(`it was not published: ${JSON.stringify(published)}`);
  return slug;
}

/** All that was handed in is graded, but what comes after this. */
async function nothingWaits(): Promise<void> {
  const all = await database().submission.findMany({ select: { id: true } });
  await allGraded(all.map(({ id }) => id));
}
