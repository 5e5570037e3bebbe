/** Rooms that were played, are being played, and wait: with guests and with the class, votes, drafts, code and maths. */
import { database } from '../../db/client.ts';
import type { Answer } from '../../domain/answer.ts';
import { randomFrom } from '../../domain/judging/random.ts';
import { rehearsalAnswer } from '../../domain/live/rehearsal.ts';
import { allSee, answerUntilStored, cookieFor, openTestRoom, type TestRoom } from '../support/live-room.ts';
import { correct, type RegradeClass } from '../support/regrading.ts';

/** All answer what they are asked: rooms ask in the order of the lesson, whatever was ordered. */
async function answerAll(room: TestRoom, round: number): Promise<void> {
  await allSee(room.players, (view) => view.phase === 'question' && view.round === round, `round ${round}`);
  const questionId = room.players[0]?.view?.question?.id ?? '';
  const question = room.questions.get(questionId);
  if (question === undefined) throw new Error(`no ${questionId}`);
  const given = (id: string): Answer => {
    const random = randomFrom(`${id}:${round}`);
    return rehearsalAnswer(question, () => random.next()).answer;
  };
  for (const [seat, player] of room.players.entries()) {
    if (seat === 0 && round > 0) continue; // somebody misses a round
    if (seat === 1)
      await player.ask('answer', {
        token: player.token,
        round,
        clientId: `draft-${player.id}-${round}`.slice(0, 64),
        answer: given(player.id),
        provisional: true,
      });
    else {
      const done = await answerUntilStored(player, round, given(player.id));
      if (done !== 'stored') throw new Error(`an answer to ${questionId} was refused: ${done}`);
    }
  }
}

/** Plays each question; the second one is voted on twice. */
async function play(room: TestRoom, questionIds: readonly string[], end: 'podium' | 'ended' | 'reveal'): Promise<void> {
  let round = 0;
  for (const index of questionIds.keys()) {
    await room.order('next');
    await answerAll(room, round++);
    if (index === 1) {
      await room.order('discuss');
      await room.order('next');
      await answerAll(room, round++);
    }
    await room.ringAndShow();
    await allSee(room.players, (view) => view.phase === 'reveal', 'the reveal');
    if (end === 'reveal' && index === questionIds.length - 1) return;
    await room.order('next');
  }
  if (end === 'ended') await room.order('end');
}

/** A room that asks every kind; its host hides, groups and shows what was said, and is left where the class sees it. */
export async function playEveryKind(address: string, lesson: string): Promise<void> {
  const asked = [
    'all-of',
    'weighed',
    'a-number',
    'some-maths',
    'a-matrix',
    'some-values',
    'some-reals',
    'pairs',
    'some-gaps',
  ];
  const said = ['a-poll', 'a-poll-of-several', 'own-words', 'one-word'];
  const questionIds = [...asked, ...said];
  const room = await openTestRoom(address, 6, { speed: false, readSeconds: 0 }, { lesson, questionIds });
  await play(room, questionIds.slice(0, -1), 'podium');
  await room.order('next');
  // the second one was voted on twice
  const round = questionIds.length;
  await answerAll(room, round);
  await room.ringAndShow();
  await room.order({ type: 'showSaid', round, show: true });
  await room.host.until(() => room.host.desk?.said?.shown === true, 'the class sees what was said');
  const [first, second] = room.host.desk?.said?.entries.map(({ key }) => key) ?? [];
  if (first === undefined || second === undefined) throw new Error('nobody said anything');
  await room.order({ type: 'hideSaid', round, key: first, hidden: true });
  await room.order({ type: 'groupSaid', round, name: 'The same', keys: [second] });
  room.close();
}

export async function playRooms(address: string, school: RegradeClass): Promise<void> {
  const checks = ['gradient-direction', 'partial-derivative', 'jacobian-dimensions'];
  const work = ['gradient-direction', 'manual-gradients', 'gradient-descent-step'];
  const guests = await openTestRoom(address, 8, { speed: true, readSeconds: 0, showNames: true, streak: true });
  await play(guests, [...checks, 'why-subtract'], 'ended');
  const again = await guests.host.ask('again', { session: guests.session });
  if (!again.ok) throw new Error(`not again: ${again.refused}`);
  guests.close();

  const inClass = await openTestRoom(
    address,
    0,
    { speed: false, readSeconds: 0 },
    { classId: school.classId, questionIds: work },
  );
  for (const login of ['ada', 'ben', 'chiara', 'deniz'])
    await inClass.join(`${login}`, { cookie: await cookieFor(login) });
  await play(inClass, work, 'podium');
  // its key was wrong: A is right from now on
  await correct(
    school,
    [/- \[ \] The direction of steepest descent\n {2}> .*/, '- [x] The direction of steepest descent'],
    ['- { id: gradient-flipped, option: A }\n', ''],
    ['- [x] The direction of steepest ascent', '- [ ] The direction of steepest ascent\n  > Not in this text.'],
  );
  await inClass.host.ask('correct', { session: inClass.session, apply: true });
  inClass.close();

  const running = await openTestRoom(address, 5, { speed: false, readSeconds: 0, friendlyNames: true });
  await play(running, checks.slice(0, 1), 'reveal');
  await running.order('next');
  await running.order('next');
  await allSee(running.players, (view) => view.phase === 'question', 'the open question');
  for (const player of running.players.slice(0, 3)) await answerUntilStored(player, 1, ['B']);
  await running.order({ type: 'moreTime', seconds: 120 });
  running.close();

  const waiting = await openTestRoom(address, 3, { speed: false }, { classId: school.classId });
  waiting.close();
  await database().player.updateMany({
    where: { sessionId: waiting.session, nickname: 'Player 2' },
    data: { removedAt: new Date() },
  });
}
