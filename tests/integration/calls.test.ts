/** How calls are read by a running server: what nobody means runs nothing, and is told why. And the addresses of before. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { addressOf, call, outcomeIn } from '../support/calls.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { freePort } from '../support/free-port.ts';
import { cookieOf } from '../support/live-client.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

let cast: Cast;
let server: RunningProcess;
let address: string;
let cookie: string;

beforeAll(async () => {
  cast = await makeCast();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = await startServer(cast.url, port);
  cookie = await cookieOf(cast.admin.id);
});
afterAll(async () => {
  await server?.kill('SIGTERM');
  await dismissCast();
});

const CREATE = addressOf('classes.create');
const newClass = (name: string) => ({ name, courseId: cast.courseId });
const classes = (name: string): Promise<number> => database().class.count({ where: { name } });

/** Sends what no page of ours sends. */
async function send(path: string, { headers, ...request }: RequestInit & { headers?: Record<string, string> } = {}) {
  const response = await fetch(address + path, {
    method: 'POST',
    redirect: 'manual',
    ...request,
    headers: { cookie, 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, text: await response.text() };
}

describe('a call', () => {
  it('does what its command does, and says what came of it with its status', async () => {
    expect(await call(address, 'classes.create', newClass('Called'), { cookie })).toMatchObject({
      status: 200,
      outcome: { ok: true, classId: expect.any(String) },
    });
    expect(await classes('Called')).toBe(1);
    expect(await call(address, 'classes.create', newClass(' '), { cookie })).toEqual({
      status: 409,
      outcome: { ok: false, refused: 'nameEmpty', field: 'name' },
      text: expect.any(String),
    });
    expect(await call(address, 'classes.create', newClass('Nobody'))).toMatchObject({
      status: 401,
      outcome: { ok: false, refused: 'notSignedIn' },
    });
    const student = await cookieOf(cast.student.id);
    expect(await call(address, 'classes.create', newClass('Nobody'), { cookie: student })).toMatchObject({
      status: 403,
      outcome: { ok: false, refused: 'notAllowed' },
    });
  });

  it.each([
    'classes',
    'classes.nothing',
    'classes.create.mutate',
    'create',
    '__proto__',
    'constructor',
    'toString',
    'classes.__proto__',
    'classes.constructor',
    'classes.hasOwnProperty',
    'practice.__proto__.constructor',
    '%5f%5fproto%5f%5f',
    'classes%2ecreate%2emutate',
    '%00',
  ])('of %s, which is no command, finds nothing', async (name) => {
    const { status, text } = await send(addressOf(name), { body: JSON.stringify(newClass('Unknown')) });
    // an address that is no text is refused before anything looks for it
    expect([400, 404]).toContain(status);
    if (status === 404) expect(outcomeIn(text)).toEqual({ ok: false, refused: 'notFound' });
    expect(text).not.toMatch(/node_modules|\.ts:/);
    expect(await classes('Unknown')).toBe(0);
  });

  it('comes alone: several in one request run nothing', async () => {
    const both = await send(`${CREATE},classes.create?batch=1`, {
      body: JSON.stringify({ 0: newClass('Batch'), 1: newClass('Batch') }),
    });
    expect(both.status).toBe(404);
    const one = await send(`${CREATE}?batch=1`, { body: JSON.stringify({ 0: newClass('Batch') }) });
    expect(one.status).toBe(400);
    expect(await classes('Batch')).toBe(0);
  });

  it('is not made by an address that is only looked at', async () => {
    const input = encodeURIComponent(JSON.stringify(newClass('Looked')));
    for (const method of ['GET', 'HEAD'])
      expect((await send(`${CREATE}?input=${input}`, { method })).status, method).toBe(405);
    expect(await classes('Looked')).toBe(0);
  });

  it('is read as JSON that says so, of at most 256 KB', async () => {
    const body = JSON.stringify(newClass('Form'));
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'application/x-www-form-urlencoded',
    ]) {
      const { status, text } = await send(CREATE, { body, headers: { 'content-type': type } });
      expect([status, outcomeIn(text)], type).toEqual([400, { ok: false, refused: 'badInput' }]);
    }
    // nothing is wrong with it but its length
    const { status, text } = await send(CREATE, { body: body + ' '.repeat(256 * 1024) });
    expect([status, outcomeIn(text)]).toEqual([400, { ok: false, refused: 'badInput' }]);
    expect(await classes('Form')).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"text"'],
    ['a number', '7'],
    ['fifty thousand lists', '['.repeat(50_000)],
    ['a prototype', '{"__proto__":{"name":"N"}}'],
    ['a sign that is no text', '\u0000'],
  ])('of %s is refused, and no fault of ours', async (_, body) => {
    const { status, text } = await send(CREATE, { body });
    expect([status, outcomeIn(text)]).toMatchObject([400, { ok: false, refused: 'badInput' }]);
  });

  it('of another site is refused, and streams are for nobody', async () => {
    const body = JSON.stringify(newClass('Elsewhere'));
    const { status, text } = await send(CREATE, { body, headers: { origin: 'https://evil.example' } });
    expect([status, outcomeIn(text)]).toEqual([403, { ok: false, refused: 'notAllowed' }]);
    expect(await classes('Elsewhere')).toBe(0);
    const streamed = await send(CREATE, {
      body: JSON.stringify(newClass(' ')),
      headers: { 'trpc-accept': 'application/jsonl', accept: 'application/jsonl' },
    });
    expect(outcomeIn(streamed.text)).toEqual({ ok: false, refused: 'nameEmpty', field: 'name' });
  });
});

describe('a page that was opened before there were calls', () => {
  const bare = async (name: string, input: object) => {
    const student = await cookieOf(cast.student.id);
    const { status, text } = await send(`/api/${name}`, { body: JSON.stringify(input), headers: { cookie: student } });
    return { status, outcome: JSON.parse(text) };
  };
  const work = () => ({
    lessonId: cast.lessonId,
    questionId: 'manual-gradients',
    answer: { kind: 'maths', parts: { dx: '2xy' } },
  });

  it('still keeps and hands in what is written on it, and reads what became of it', async () => {
    expect(await bare('drafts', work())).toEqual({ status: 200, outcome: { ok: true, savedAt: expect.any(Number) } });
    const sent = await bare('submissions', { ...work(), purpose: 'submit', clientId: randomUUID() });
    expect(sent).toEqual({ status: 200, outcome: { ok: true, submission: expect.any(String) } });
    const { submission } = sent.outcome;
    expect(await database().submission.count({ where: { id: submission } })).toBe(1);
    expect(await bare('verdicts', { submission })).toEqual({ status: 200, outcome: { ok: true, verdict: null } });
    const { lessonId, questionId } = work();
    for (const [name, input] of Object.entries({
      questions: { lessonId, questionId },
      lessons: { lessonId },
      hints: { lessonId, questionId },
    }))
      expect((await bare(name, input)).outcome, name).toMatchObject({ ok: true });
  });

  it('finds nothing else there', async () => {
    for (const name of ['constructor', '__proto__', 'practice', 'createClass'])
      expect(await bare(name, {}), name).toEqual({ status: 404, outcome: { ok: false, refused: 'notFound' } });
    expect((await bare('drafts', {})).status).toBe(400);
  });
});
