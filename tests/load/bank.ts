/**
 * A bank of ten thousand questions: what its first page and a search cost at the server, what a file of 500 questions takes to come
 * in, and how long a lesson of twenty questions is on its way from its editor to its page.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { insertAllBanked } from '../../db/bank.ts';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { insertUser } from '../../db/users.ts';
import { compileQuestion } from '../../domain/lesson/compile-question.ts';
import { startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { saidBy } from '../../server/features/questions/compiled.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { call } from '../support/calls.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';
import { cookieOf } from '../support/live-client.ts';
import { makeOwnPlace } from '../support/own-place.ts';
import { startServer } from '../support/processes.ts';
import { percentile, print } from './figures.ts';

const QUESTIONS = 10_000;
const CHUNK = 1_000;
const IMPORTED = 500;
const OF_LESSON = 20;
const WARM = 3;
const LOADS = 20;

const TOPICS = ['Gradients', 'Jacobians', 'Limits', 'Matrices', 'Integrals', 'Probability', 'Descent', 'Vectors'];
const TAGS = ['homework', 'exam', 'warm-up', 'year 11', 'year 12'];
const KINDS = ['choice', 'number', 'maths'] as const;

function sourceOf(at: number): string {
  const topic = TOPICS[at % TOPICS.length] ?? '';
  const kind = KINDS[at % KINDS.length] ?? 'choice';
  const inside = {
    choice: '- [x] It grows\n- [ ] It falls\n- [ ] It stays\n- [ ] Nobody knows',
    number: `\`\`\`yaml answer\nvalue: ${at}\n\`\`\``,
    maths: `\`\`\`yaml parts\nvariables: [x]\nparts:\n  a: { equals: ${at + 1}x }\n\`\`\``,
  }[kind];
  return `::::check[${topic}, question ${at}]{kind=${kind}}
What becomes of $f(x) = ${at + 1}x^2$ where ${topic.toLowerCase()} are looked at?

${inside}

:::explanation
Because of its slope.
:::
::::
`;
}

/** With a database of its own. */
export async function measureBank(): Promise<void> {
  const folder = newStateFolder('bench-bank');
  const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: await freePort() });
  try {
    connect(postgres.url, { connections: 4 });
    await prepare(postgres.url, path.join(ROOT, 'content'));
    await measureIn(postgres.url);
  } finally {
    await disconnect();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(url: string): Promise<void> {
  const [teacher, admin] = await Promise.all(
    (['teacher', 'admin'] as const).map((role) =>
      insertUser(database(), { name: `The ${role}`, login: `bank-${role}`, role, passwordHash: null }),
    ),
  );
  if (teacher === undefined || admin === undefined) throw new Error('nobody is there');
  await fill(teacher.id);
  const port = await freePort();
  const server = await startServer(url, port);
  const address = `http://127.0.0.1:${port}`;
  const [cookie, asAdmin] = [await cookieOf(teacher.id), await cookieOf(admin.id)];
  const page = async (query: string): Promise<{ p50: number; p95: number }> => {
    const times: number[] = [];
    for (let done = -WARM; done < LOADS; done++) {
      const began = performance.now();
      const response = await fetch(`${address}/questions${query}`, { headers: { cookie } });
      const text = await response.text();
      if (!response.ok || !text.includes('question ')) throw new Error(`the bank was refused: ${response.status}`);
      if (done >= 0) times.push(performance.now() - began);
    }
    return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
  };
  try {
    print({
      bench: 'bank',
      questions: QUESTIONS,
      pageMs: {
        first: await page(''),
        last: await page(`?page=${QUESTIONS / 50}`),
        word: await page('?q=jacobians'),
        words: await page('?q=slope+limits'),
        narrowed: await page('?q=gradients&kind=maths&tag=exam'),
        hard: await page('?by=hard'),
        never: await page('?last=never'),
      },
    });
    print({ bench: 'import', questions: IMPORTED, ...(await importMs(address, cookie)) });
    print({ bench: 'publish', questions: OF_LESSON, ...(await publishMs(address, asAdmin)) });
  } finally {
    await server.kill('SIGTERM');
  }
}

/** Questions as a bank keeps them: each is compiled, and they are written in bulk. */
async function fill(ownerId: string): Promise<void> {
  for (let from = 0; from < QUESTIONS; from += CHUNK) {
    const versions = [];
    for (let at = from; at < from + CHUNK; at++) {
      const source = sourceOf(at);
      const made = await compileQuestion(source, 'question.md');
      if (!made.ok) throw new Error(JSON.stringify(made.problems));
      versions.push({
        id: randomUUID(),
        source,
        said: saidBy(made.question),
        createdById: ownerId,
        pictures: [],
        tags: [TAGS[at % TAGS.length] ?? ''],
      });
    }
    await insertAllBanked(database(), { ownerId }, versions);
  }
  await pool().query('analyze');
}

/** A file of GIFT: looked at, and all of it taken. */
async function importMs(address: string, cookie: string): Promise<{ lookMs: number; takeMs: number }> {
  const text = Array.from(
    { length: IMPORTED },
    (_, at) => `::Imported ${at}:: What is \\$\\$${at + 1}x^2\\$\\$ at \\$\\$x \\= 2\\$\\$? {#${4 * (at + 1)}:0.1}`,
  ).join('\n\n');
  const file = Buffer.from(text).toString('base64');
  const began = performance.now();
  const { outcome } = await call(address, 'importing.look', { file }, { cookie });
  const looked = outcome.looked as { seen: string; lines: { taken: string }[] };
  const lookMs = performance.now() - began;
  const take = looked.lines.map((_line, place) => place);
  const taken = await call(
    address,
    'importing.take',
    { file, take, replace: [], quizzes: [], seen: looked.seen },
    { cookie },
  );
  if (!taken.outcome.ok || taken.outcome.count !== IMPORTED)
    throw new Error(`of ${IMPORTED} questions came: ${JSON.stringify(taken.outcome).slice(0, 200)}`);
  return { lookMs: Math.round(lookMs), takeMs: Math.round(performance.now() - began - lookMs) };
}

/** From the press on Publish until the page of the lesson shows it. */
async function publishMs(address: string, cookie: string): Promise<{ ms: number }> {
  const { id: lessonId } = await makeOwnPlace();
  const blocks = Array.from({ length: OF_LESSON }, (_, at) =>
    sourceOf(at).replace(`question ${at}]{`, `question ${at}]{#q${at} `),
  );
  const source = `---\ntitle: Twenty questions\ndescription: All at once.\n---\n\n## They\n\n${blocks.join('\n')}`;
  const began = performance.now();
  const { outcome } = await call(address, 'courses.publish', { lessonId, source, base: 0 }, { cookie });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome).slice(0, 300));
  const { slug } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
  const response = await fetch(`${address}/lessons/${slug}`, { headers: { cookie } });
  if (!(await response.text()).includes('question 19')) throw new Error('the lesson is not on its page');
  return { ms: Math.round(performance.now() - began) };
}
