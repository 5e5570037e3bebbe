/** Pictures: who may put one in, who may read it before and after something refers to it, and what becomes of those that nobody needs. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeAuthorDraft, upsertAuthorDraft } from '../../db/author-drafts.ts';
import { database, pool } from '../../db/client.ts';
import { deleteUnusedPictures, storePicture } from '../../db/pictures.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { SEAT_COOKIE } from '../../domain/live/seat-cookie.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { publishLesson } from '../../server/features/courses/publish.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { revealHint } from '../../server/features/practice/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { shareQuestion } from '../../server/features/questions/sharing.ts';
import { makeQuiz } from '../../server/features/quizzes/commands.ts';
import {
  cast,
  EVERYBODY,
  everythingStored,
  fetchAs,
  known,
  post,
  raise,
  sockets,
  strike,
  type Who,
} from '../support/everybody.ts';

beforeAll(raise);
afterAll(strike);

/** Each is another picture. */
let colours = 0;
const drawn = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: ++colours, g: 9, b: 200 } } })
    .png()
    .toBuffer();

async function put(who: Who, file: Uint8Array, headers: Record<string, string> = {}) {
  const body = Uint8Array.from(file);
  const sent = { method: 'POST', body, headers: { 'content-type': 'application/octet-stream', ...headers } };
  const answer = await fetchAs('/pictures', who, sent);
  return { status: answer.status, ...((await answer.json()) as { ok: boolean; refused?: string; picture?: string }) };
}
async function added(who: Who, file?: Uint8Array): Promise<string> {
  const { picture } = await put(who, file ?? (await drawn()));
  if (picture === undefined) throw new Error('it was refused');
  return picture;
}
/** Who may read it. */
async function readers(id: string): Promise<Who[]> {
  const may: Who[] = [];
  for (const who of EVERYBODY) if ((await fetchAs(`/pictures/${id}`, who)).status === 200) may.push(who);
  return may;
}
const seat = (token: string): RequestInit => ({ headers: { cookie: `${SEAT_COOKIE}${known.session}=${token}` } });
const written = (id: string): string => `![A picture](picture:${id})`;

interface Parts {
  prompt?: string;
  option?: string;
  note?: string;
  why?: string;
  hint?: string;
}
const check = (
  { prompt = 'Which?', option = 'one', note = 'No.', why = 'So.', hint = 'Look.' }: Parts,
  id = '',
): string => `
::::check[T]${id === '' ? '' : `{#${id} seconds=600}`}
${prompt}

- [x] ${option}
- [ ] two
  > ${note}

:::hint
${hint}
:::

:::explanation
${why}
:::
::::
`;
async function banked(who: 'teacher' | 'colleague', parts: Parts): Promise<string> {
  const made = await makeQuestion(cast[who], { source: check(parts), courseId: null });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.questionId;
}

describe('putting a picture in', () => {
  it('is for whom the table says, and for nobody else', async () => {
    const before = await everythingStored();
    for (const who of ['student', 'player', 'nobody'] as const)
      expect(await put(who, await drawn())).toEqual({ status: 403, ok: false, refused: 'notAllowed' });
    expect(await everythingStored()).toEqual(before);
    // a course was given to the other student to edit
    for (const who of ['admin', 'teacher', 'colleague', 'otherStudent'] as const)
      expect(await put(who, await drawn())).toMatchObject({
        status: 200,
        ok: true,
        width: 40,
        height: 30,
        stilled: false,
      });
  });

  it('is done by our own pages alone', async () => {
    const before = await everythingStored();
    const file = await drawn();
    expect(await put('teacher', file, { origin: 'https://example.org' })).toMatchObject({ refused: 'notAllowed' });
    expect(await put('teacher', file, { 'content-type': 'text/plain' })).toMatchObject({ refused: 'badInput' });
    expect(await everythingStored()).toEqual(before);
  });

  it('is refused in words where it is none', async () => {
    expect(await put('teacher', Buffer.from('<html>'))).toEqual({
      status: 409,
      ok: false,
      refused: 'pictureRefused',
      field: 'unknown',
    });
  });

  it('stores it once, whoever puts it in and however often', async () => {
    const file = await drawn();
    const id = await added('teacher', file);
    expect([await added('colleague', file), await added('teacher', file)]).toEqual([id, id]);
    expect(await database().picture.count({ where: { id } })).toBe(1);
    expect(await readers(id)).toEqual(['teacher', 'colleague']);
  });

  it('ends where an account would hold more than it may, but for what it holds already', async () => {
    const bytes = Uint8Array.from(Buffer.alloc(900, 1));
    const one = { hash: Uint8Array.from([1]), bytes, width: 1, height: 1 };
    const other = { ...one, hash: Uint8Array.from([2]) };
    const store = (picture: typeof one) =>
      database().$transaction((tx) => storePicture(tx, cast.stranger.id, picture, 1_000));
    const id = await store(one);
    expect(id).not.toBeNull();
    expect([await store(other), await store(one)]).toEqual([null, id]);
    await pool().query('delete from pictures where octet_length(hash) = 1');
  });
});

describe('a picture', () => {
  it('belongs to who has put it in, until something that is saved refers to it', async () => {
    const id = await added('teacher');
    expect(await readers(id)).toEqual(['teacher']);
    expect((await fetchAs(`/pictures/${randomUUID()}`, 'admin')).status).toBe(404);
  });

  it('is served as what it is, for this browser alone, and never changes', async () => {
    const id = await added('teacher');
    const answer = await fetchAs(`/pictures/${id}`, 'teacher');
    const head = await fetchAs(`/pictures/${id}`, 'teacher', { method: 'HEAD' });
    expect((await sharp(await answer.arrayBuffer()).metadata()).format).toBe('webp');
    for (const { headers } of [answer, head]) {
      expect(headers.get('content-type')).toBe('image/webp');
      expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    }
    const refused = await fetchAs(`/pictures/${id}`, 'nobody');
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  it('of a question is read by who may look at the question, in any version, key and all', async () => {
    const [asked, key] = [await added('teacher'), await added('teacher')];
    const questionId = await banked('teacher', { prompt: written(asked), why: written(key) });
    for (const id of [asked, key]) expect(await readers(id)).toEqual(['admin', 'teacher']);
    await shareQuestion(cast.teacher, { questionId, login: cast.colleague.login, may: 'look' });
    for (const id of [asked, key]) expect(await readers(id)).toEqual(['admin', 'teacher', 'colleague']);
    const change = { questionId, base: 1, source: check({}), correction: false };
    expect(await changeQuestion(cast.teacher, change)).toMatchObject({ ok: true });
    for (const id of [asked, key]) expect(await readers(id)).toEqual(['admin', 'teacher', 'colleague']);
  });

  it('can be put only into what is written by somebody who may read it', async () => {
    const id = await added('teacher');
    const made = await makeQuestion(cast.colleague, { source: check({ prompt: written(id) }), courseId: null });
    expect(made).toMatchObject({ refused: 'lessonBroken', problems: [{ code: 'picture.unknown' }] });
    // nor does its address in a text make it theirs
    await banked('colleague', {
      prompt: `picture:${id} and /pictures/${id} and \`<img class="picture" src="/pictures/${id}">\``,
    });
    expect(await readers(id)).toEqual(['teacher']);
  });

  it('of a quiz is read by who has made the quiz, what is asked and not the key', async () => {
    const [asked, key] = [await added('teacher'), await added('teacher')];
    const ref = await banked('teacher', { prompt: written(asked), why: written(key) });
    await shareQuestion(cast.teacher, { questionId: ref, login: cast.colleague.login, may: 'look' });
    const item = { name: null, ref, version: 1, seconds: null, points: null };
    expect(await makeQuiz(cast.colleague, { title: 'Theirs', questions: [item] })).toMatchObject({ ok: true });
    await shareQuestion(cast.teacher, { questionId: ref, login: cast.colleague.login, may: null });
    expect(await readers(asked)).toEqual(['admin', 'teacher', 'colleague']);
    expect(await readers(key)).toEqual(['admin', 'teacher']);
  });

  it('of homework is read by the students of its class once it is open, and of a key once that is told', async () => {
    const [asked, key] = [await added('teacher'), await added('teacher')];
    const ref = await banked('teacher', { prompt: written(asked), hint: written(key) });
    const item = { name: null, ref, version: 1, seconds: null, points: null };
    const made = await makeQuiz(cast.teacher, { title: 'Homework', questions: [item] });
    if (!made.ok) throw new Error(made.refused);
    const { quizId: lessonId } = made;
    const { classId } = cast;
    const rules = { classId, lessonId, ...USUAL_SETTINGS };
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await giveActivity(cast.teacher, { ...rules, opensAt: tomorrow })).toMatchObject({ ok: true });
    expect(await readers(asked)).toEqual(['admin', 'teacher']);
    await giveActivity(cast.teacher, { ...rules, opensAt: null });
    expect(await readers(asked)).toEqual(['admin', 'teacher', 'student']);
    expect(await readers(key)).toEqual(['admin', 'teacher']);
    await revealHint(cast.student, { lessonId, questionId: 'q1' });
    expect(await readers(key)).toEqual(['admin', 'teacher', 'student']);
  });
});

describe('a picture of a lesson', () => {
  const of: Record<string, string> = {};
  const signedIn: Who[] = ['admin', 'teacher', 'colleague', 'student', 'otherStudent', 'assistant', 'helper'];

  beforeAll(async () => {
    for (const name of ['text', 'asked', 'option', 'note', 'why', 'hint']) of[name] = await added('admin');
    const text = `---\ntitle: Pictures\ndescription: Some.\n---\n\n${written(of.text ?? '')}\n`;
    const parts: Parts = {};
    for (const name of ['option', 'note', 'why', 'hint'] as const) parts[name] = written(of[name] ?? '');
    const source = `${text}${check({ prompt: written(of.asked ?? ''), ...parts }, 'seen')}${check({}, 'other')}`;
    expect(await publishLesson(cast.admin, { id: cast.unwrittenId, file: 'pictures.md', source })).toMatchObject({
      ok: true,
    });
  });

  it('is read by everybody who may read the lesson; of its keys, by who edits or teaches it', async () => {
    for (const name of ['text', 'asked', 'option']) expect(await readers(of[name] ?? ''), name).toEqual(signedIn);
    // the other class follows the same course
    for (const name of ['note', 'why', 'hint'])
      expect(await readers(of[name] ?? ''), name).toEqual(['admin', 'teacher', 'colleague']);
  });

  it('opens to a student with the hint, the note or the explanation that it stands in, and to nobody else', async () => {
    const reads = async (name: string) => (await readers(of[name] ?? '')).includes('student');
    const named = { lessonId: cast.unwrittenId, questionId: 'seen' };
    expect(await post('practice.hints', 'student', named)).toMatchObject({ status: 200 });
    expect([await reads('hint'), await reads('note'), await reads('why')]).toEqual([true, false, false]);
    const answer = { kind: 'choice', choices: ['B'] };
    const graded = async (result: 'fail' | 'pass', points: number) => {
      await post('practice.submissions', 'student', { ...named, answer, purpose: 'submit', clientId: randomUUID() });
      await pool().query(
        `insert into verdicts (id, submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail)
         select gen_random_uuid(), id, lesson_version_id, 'test', 'graded', $2, $3, 1, 'x', $4 from submissions
         where user_id = $1 and question_id = 'seen' order by created_at desc limit 1`,
        [
          cast.student.id,
          result,
          points,
          { outcome: 'graded', result, points, maxPoints: 1, tests: [], feedback: [], signature: 'x', slips: [] },
        ],
      );
    };
    await graded('fail', 0);
    expect([await reads('note'), await reads('why')]).toEqual([true, false]);
    answer.choices = ['A'];
    await graded('pass', 1);
    expect([await reads('why'), (await readers(of.why ?? '')).includes('otherStudent')]).toEqual([true, false]);
  });

  it('stays where somebody else publishes the lesson once more', async () => {
    const lesson = await database().lesson.findUniqueOrThrow({
      where: { id: cast.unwrittenId },
      select: { published: { select: { source: true } } },
    });
    const source = `${lesson.published?.source ?? ''}\nMore.\n`;
    expect(await publishLesson(cast.stranger, { id: cast.unwrittenId, file: 'pictures.md', source })).toMatchObject({
      ok: true,
    });
    expect(await readers(of.text ?? '')).toEqual(signedIn);
  });

  it('is read in a room from the first showing of its question to the end of the review', async () => {
    const opened = await openSession(cast.teacher, {
      lessonId: cast.unwrittenId,
      classId: cast.classId,
      settings: { readSeconds: 60 },
    });
    if (!opened.ok) throw new Error(opened.refused);
    const { session } = opened;
    Object.assign(known, { session, code: opened.code });
    const { teacher, player, nobody } = sockets;
    const joined = await player.ask('join', { code: opened.code, nickname: 'Seated' });
    const other = await nobody.ask('join', { code: opened.code, nickname: 'Removed' });
    if (!joined.ok || !other.ok) throw new Error('they could not come in');
    const sees = async (token = joined.token) => {
      const seen: string[] = [];
      for (const [name, id] of Object.entries(of))
        if ((await fetchAs(`/pictures/${id}`, 'nobody', seat(token))).status === 200) seen.push(name);
      return seen;
    };
    const order = async (type: 'next' | 'close' | 'reveal' | 'end') => {
      const done = await teacher.ask('command', { session, command: { type } });
      if (!done.ok) throw new Error(`${type}: ${done.refused}`);
    };
    expect(await sees()).toEqual([]);
    await order('next');
    expect(await sees()).toEqual(['asked']);
    await order('next');
    expect(await sees()).toEqual(['asked', 'option']);
    const given = {
      token: joined.token,
      round: 0,
      clientId: randomUUID(),
      answer: { kind: 'choice' as const, choices: ['B'] },
    };
    expect(await player.ask('answer', given)).toMatchObject({ ok: true });
    expect(await sees()).toEqual(['asked', 'option']);
    await order('close');
    expect(await sees()).toEqual(['asked', 'option']);
    await order('reveal');
    expect(await sees()).toEqual(['asked', 'option', 'note', 'why']);
    // why one picks it is told to who has picked it
    expect(await sees(other.token)).toEqual(['asked', 'option', 'why']);
    await teacher.ask('seat', { session, player: other.view.me.id, removed: true });
    expect(await sees(other.token)).toEqual([]);
    await order('next');
    await order('next');
    expect(await sees()).toEqual(['asked', 'option', 'note', 'why']);
    await order('end');
    expect(await sees()).toEqual(['asked', 'option', 'note', 'why']);
    // a token of somebody else's making opens nothing
    expect(await sees(`${joined.token.slice(0, -3)}AAA`)).toEqual([]);
  });
});

describe('pictures that nothing refers to', () => {
  it('are deleted after a month, but for those that a version, old or new, or a draft names', async () => {
    const [unused, fresh, drafted, asked] = [
      await added('admin'),
      await added('admin'),
      await added('admin'),
      await added('teacher'),
    ];
    const questionId = await banked('teacher', { why: written(asked) });
    await changeQuestion(cast.teacher, { questionId, base: 1, source: check({}), correction: false });
    const place = { userId: cast.admin.id, questionId: null, lessonId: null, newId: crypto.randomUUID() };
    await seeAuthorDraft(database(), place);
    const text = { source: check({ hint: written(drafted.toUpperCase()) }), base: 0, at: new Date(), follows: null };
    expect(await upsertAuthorDraft(database(), place, text)).toBe(true);
    expect(await deleteUnusedPictures(database())).toBe(0);
    const old = [unused, drafted, asked];
    await pool().query("update pictures set created_at = now() - interval '31 days' where id = any($1)", [old]);
    // put in once more meanwhile
    expect(await deleteUnusedPictures(database())).toBe(0);
    await pool().query("update picture_uploads set at = now() - interval '31 days' where picture_id = any($1)", [old]);
    expect(await deleteUnusedPictures(database())).toBe(1);
    const left = await database().picture.findMany({ where: { id: { in: [...old, fresh] } }, select: { id: true } });
    expect(left.map(({ id }) => id).toSorted()).toEqual([fresh, drafted, asked].toSorted());
  });
});
