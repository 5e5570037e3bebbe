/** Input that nobody means: character 0, half of a pair of UTF-16, ids of what is not there, names every object has. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { newAccount, newClass, newPerson, resetUse } from '../../domain/people/input.ts';
import { requests } from '../../domain/protocol.ts';
import { signIn } from '../../server/features/account/sign-in.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { historyInput } from '../../server/features/board/commands.ts';
import * as classes from '../../server/features/classes/commands.ts';
import { lessonSource } from '../../server/features/courses/commands.ts';
import { publishLesson } from '../../server/features/courses/publish.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { addPerson } from '../../server/features/people/commands.ts';
import { hintInput, submissionInput } from '../../server/features/practice/commands.ts';
import { readQuestion } from '../../server/features/practice/queries.ts';
import { startRegrade } from '../../server/features/regrading/commands.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(dismissCast);

const id = randomUUID();
const password = 'a good password';
const account = { token: 't', name: 'Nia', login: 'nia', password };

describe('text that cannot be stored', () => {
  it.each(['a\0b', 'a\uD800b'])(
    'is refused by the schema of each command that would store it or look for it: %j',
    (bad) => {
      const given: [{ safeParse(input: unknown): { success: boolean } }, (text: string) => object][] = [
        [newClass, (name) => ({ name, courseId: id })],
        [newAccount, (name) => ({ ...account, name })],
        [newAccount, (token) => ({ ...account, token })],
        [newAccount, (login) => ({ ...account, login })],
        [classes.joinByToken, (token) => ({ token })],
        [newPerson, (name) => ({ name, login: 'nia', role: 'student', classId: null })],
        [resetUse, (token) => ({ token, password })],
        [lessonSource, (source) => ({ lessonId: id, source })],
        [historyInput, (questionId) => ({ classId: id, lessonId: id, userId: id, questionId })],
        [hintInput, (questionId) => ({ lessonId: id, questionId })],
        [
          submissionInput,
          (questionId) => ({ lessonId: id, questionId, answer: {}, purpose: 'submit', clientId: 'x'.repeat(8) }),
        ],
        [requests.handOver.payload, (login) => ({ session: id, login })],
        [requests.join.payload, (nickname) => ({ code: '123456', nickname })],
        [requests.command.payload, (group) => ({ session: id, command: { type: 'specimen', group } })],
      ];
      for (const [schema, input] of given) {
        expect(schema.safeParse(input('fine')).success, JSON.stringify(input('fine'))).toBe(true);
        expect(schema.safeParse(input(bad)).success, JSON.stringify(input(bad))).toBe(false);
      }
    },
  );

  it('is no join link, and nobody who signs in', async () => {
    expect(await classes.findByToken('a\0b')).toBeUndefined();
    expect(await signIn({ login: 'a\0b', password, address: 'x' })).toEqual({ ok: false, refused: 'wrongPassword' });
  });
});

describe('a class or lesson that is not there', () => {
  it('is not found, also by whoever may do everything', async () => {
    const { admin, lessonId } = cast;
    const missing = { ok: false, refused: 'notFound', field: 'classId' };
    expect(await openSession(admin, { lessonId, classId: id })).toEqual(missing);
    expect(await giveActivity(admin, { ...USUAL_SETTINGS, classId: id, lessonId })).toEqual(missing);
    expect(await addPerson(admin, { name: 'x', login: 'xx', role: 'student', classId: id })).toEqual(missing);
    expect(await startRegrade(admin, { lessonId, classId: id, questionIds: [] })).toEqual(missing);
    expect(await publishLesson(admin, { id, file: 'x.md', source: '' })).toMatchObject({ refused: 'notFound' });
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'nor is a question named %s, which every object has',
    async (questionId) => {
      expect(await readQuestion(cast.student, { lessonId: cast.lessonId, questionId })).toEqual({
        ok: false,
        refused: 'notFound',
      });
    },
  );
});

describe('signing in while the database is away', () => {
  it('says so, and nothing of the database', async () => {
    await disconnect();
    const seen: unknown[] = [];
    connect('postgresql://nobody:nothing@127.0.0.1:9/none');
    const entered = await signIn({ login: 'ada', password, address: 'x' }, (error) => seen.push(error));
    expect(entered).toEqual({ ok: false, refused: 'unavailable' });
    expect(seen).toHaveLength(1);
  });
});
