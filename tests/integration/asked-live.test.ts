/** Who plays in a room is told no verdict at home on what it asks, until it has shown the key. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import type { HostCommand } from '../../domain/live/advance.ts';
import { commandSession, openSession, takeSeat } from '../../server/features/live/commands.ts';
import { submit } from '../../server/features/practice/commands.ts';
import { CHOICE, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
beforeAll(async () => {
  room = await makeRegradeClass();
});
afterAll(disconnect);

let sent = 0;
const handIn = (person: RegradeClass['ada'], questionId = CHOICE, clientId = `asked-live-${++sent}`) =>
  submit(person, {
    lessonId: room.lessonId,
    questionId,
    answer:
      questionId === CHOICE
        ? { kind: 'choice', choices: ['A'] }
        : { kind: 'maths', parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' } },
    purpose: 'submit',
    clientId,
  });

it('is refused while the question is read, asked, closed by its host and talked about, and taken before, after, and from others', async () => {
  const before = await handIn(room.ada, CHOICE, 'before-it-was-asked');
  expect(before).toMatchObject({ ok: true });
  const opened = await openSession(room.teacher, {
    lessonId: room.lessonId,
    classId: null,
    questionIds: [CHOICE],
    settings: { speed: false, readSeconds: 30 },
  });
  if (!opened.ok) throw new Error(opened.refused);
  expect(await takeSeat(room.ada, { code: opened.code, nickname: 'Ada' })).toMatchObject({ ok: true });
  expect(await takeSeat(room.chiara, { code: opened.code, nickname: 'Chiara' })).toMatchObject({ ok: true });
  const order = async (type: HostCommand['type']): Promise<void> => {
    const done = await commandSession(opened.session, { type } as HostCommand, () => Date.now());
    expect(done).toMatchObject({ ok: true });
  };
  expect(await handIn(room.chiara)).toMatchObject({ ok: true });
  const rows = await database().submission.count();
  for (const step of ['next', 'next', 'close', 'discuss', 'next', 'close'] as const) {
    await order(step);
    expect(await handIn(room.ada), step).toEqual({ ok: false, refused: 'askedLive' });
  }
  expect(await database().submission.count()).toBe(rows);
  // what was typed is kept
  expect(await database().draft.count({ where: { userId: room.ada.id, questionId: CHOICE } })).toBe(1);
  // what had arrived gets its own answer, another question and somebody who does not play there are as ever
  expect(await handIn(room.ada, CHOICE, 'before-it-was-asked')).toEqual(before);
  expect(await handIn(room.ada, 'manual-gradients')).toMatchObject({ ok: true });
  expect(await handIn(room.ben)).toMatchObject({ ok: true });
  await order('reveal');
  expect(await handIn(room.ada)).toMatchObject({ ok: true });
});
