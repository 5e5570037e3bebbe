/** What people say in their own words: who sees it, and what its host does with it. */
import { describe, expect, it } from 'vitest';
import { ALL, given, JOIN, OF_EACH_KIND, playedRound, player, roomAsking } from '../../tests/support/live-questions.ts';
import type { Answer } from '../answer.ts';
import { stateDocument } from '../documents/formats.ts';
import type { QuestionOf } from '../question.ts';
import { advance, type HostCommand } from './advance.ts';
import type { Room, RoomPlayer } from './room.ts';
import { standings } from './standings.ts';
import { DEFAULT_SETTINGS, openingState } from './state.ts';
import { hostViewOf } from './view/host.ts';
import { playerViewOf } from './view/player.ts';
import { screenViewOf } from './view/screen.ts';
import { hostView, playerView, screenView } from './views.ts';

const asking = (form: QuestionOf<'open'>['form']): QuestionOf<'open'> => ({
  ...OF_EACH_KIND.open,
  form,
  options: form === 'poll' ? OF_EACH_KIND.open.options : [],
});
const said = (text: string): Answer => ({ kind: 'open', choices: [], text, words: [] });
const words = (...some: string[]): Answer => ({ kind: 'open', choices: [], text: '', words: some });
const picks = (letter: string): Answer => ({ kind: 'open', choices: [letter], text: '', words: [] });

function ordered(room: Room, ...commands: HostCommand[]): Room {
  let { state } = room;
  for (const command of commands) {
    const step = advance(state, command, 10_000);
    if (!step.ok) throw new Error(step.refused);
    state = step.state;
  }
  return { ...room, state };
}
const named = (room: Room, ...players: Partial<RoomPlayer>[]): Room => ({
  ...room,
  players: players.map((change, at) => player(`p${at}`, change)),
});
const wall = (room: Room) => screenView.parse(screenViewOf(room, JOIN));
const desk = (room: Room) => hostView.parse(hostViewOf(room, JOIN));
const onWall = (room: Room) => wall(room).said?.entries.map(({ text }) => text);
const show: HostCommand = { type: 'showSaid', round: 0, show: true };

describe('what is said', () => {
  it.each(['question', 'reveal'] as const)('is on the wall at the %s once the host lets it, never before', (until) => {
    const room = roomAsking(asking('text'), [said('First'), said('Second')], until);
    expect(wall(room).said).toEqual({ as: 'cards', shown: false, entries: [] });
    expect(JSON.stringify(wall(room))).not.toContain('First');
    expect(desk(room).said?.entries.map(({ text }) => text)).toEqual(['First', 'Second']);
    expect(onWall(ordered(room, show))).toEqual(['First', 'Second']);
    expect(onWall(ordered(room, show, { ...show, show: false }))).toEqual([]);
  });

  it('is told to no other player', () => {
    const room = ordered(roomAsking(asking('text'), [said('First'), said('Second')], 'reveal'), show);
    expect(JSON.stringify(playerView.parse(playerViewOf(room, 'p0')))).not.toContain('Second');
  });

  it('waits for the bell where it is typed and not sent', () => {
    const typed = (until: 'question' | 'reveal') => {
      const room = roomAsking(asking('text'), [said('First')], until);
      return ordered(
        { ...room, answers: new Map([[0, [given('p0', said('First'), 2_000, { provisional: true })]]]) },
        show,
      );
    };
    expect(onWall(typed('question'))).toEqual([]);
    expect(onWall(typed('reveal'))).toEqual(['First']);
  });

  it('stands in the order in which it came, in whatever order it was read', () => {
    const room = roomAsking(asking('text'), [said('Second'), said('First')], 'question');
    const [one, other] = [given('p0', said('Second'), 3_000), given('p1', said('First'), 2_000)];
    for (const read of [
      [one, other],
      [other, one],
    ])
      expect(onWall(ordered({ ...room, answers: new Map([[0, read]]) }, show))).toEqual(['First', 'Second']);
  });

  it('vanishes from the wall once it is hidden, and stays before its host, marked', () => {
    const room = ordered(roomAsking(asking('text'), [said('First'), said('Second')], 'question'), show, {
      type: 'hideSaid',
      round: 0,
      key: 'p0',
      hidden: true,
    });
    expect(onWall(room)).toEqual(['Second']);
    expect(JSON.stringify(wall(room))).not.toContain('First');
    expect(desk(room).said?.entries.map(({ hidden }) => hidden)).toEqual([true, false]);
    expect(onWall(ordered(room, { type: 'hideSaid', round: 0, key: 'p0', hidden: false }))).toEqual([
      'First',
      'Second',
    ]);
  });

  it('is hidden by itself only where it is unfit and a guest says it', () => {
    const room = ordered(roomAsking(asking('text'), [said('fuck'), said('fuck')], 'question'), show);
    const seated = named(room, { userId: null }, { userId: 'ada' });
    expect(desk(seated).said?.entries.map(({ hidden }) => hidden)).toEqual([true, false]);
    expect(onWall(ordered(seated, { type: 'hideSaid', round: 0, key: 'p0', hidden: false }))).toHaveLength(2);
  });

  it('bears names on the wall only where the room shows names', () => {
    const room = ordered(roomAsking(asking('text'), [said('First')], 'question'), show);
    const by = (show: boolean) => wall(ordered(room, { type: 'showNames', show })).said?.entries[0]?.by;
    expect([by(false), by(true)]).toEqual([[], ['Name p0']]);
    expect(desk(room).said?.entries[0]?.by).toEqual(['Name p0']);
    expect(JSON.stringify(wall(room))).not.toContain('"key"');
  });

  it('is put together under a name, moved to another group, and taken apart', () => {
    const room = ordered(roomAsking(asking('text'), [said('1'), said('2'), said('3')], 'question'), show);
    const group = (name: string, ...keys: string[]): HostCommand => ({ type: 'groupSaid', round: 0, name, keys });
    const groups = (one: Room) => wall(one).said?.entries.map((entry) => entry.group);
    const both = ordered(room, group('Slope', 'p0', 'p1'));
    expect(groups(both)).toEqual(['Slope', 'Slope', null]);
    const moved = ordered(both, group('Other', 'p1', 'p2'), group('Slope', 'p2'));
    expect(groups(moved)).toEqual(['Slope', 'Other', 'Slope']);
    expect(groups(ordered(moved, { type: 'ungroupSaid', round: 0, name: 'Slope' }))).toEqual([null, 'Other', null]);
    expect(advance(moved.state, { type: 'ungroupSaid', round: 0, name: 'Gone' }, 1).ok).toBe(false);
  });

  it('stands in the report without what was hidden, and without names', () => {
    const room = ordered(roomAsking(asking('text'), [said('First'), said('Second')], 'question'), {
      type: 'hideSaid',
      round: 0,
      key: 'p0',
      hidden: true,
    });
    const over = ordered(room, { type: 'close' }, { type: 'end' });
    expect(desk(over).facility).toMatchObject([{ scored: false, said: [{ text: 'Second', count: 1 }], answered: 2 }]);
  });

  it('is looked after in its own round only', () => {
    const { state } = roomAsking(asking('text'), [said('1')], 'reveal');
    expect(advance(state, { ...show, round: 1 } as HostCommand, 1).ok).toBe(false);
    expect(advance({ ...state, phase: 'standings' }, show, 1).ok).toBe(false);
  });
});

describe('a cloud', () => {
  it('counts who says the same word, and hides a word for all of them', () => {
    const room = ordered(
      roomAsking(asking('cloud'), [words('Slope', 'hill'), words('slope '), words('SLOPE', 'Slope')], 'question'),
      show,
    );
    expect(wall(room).said?.entries.map(({ text, count }) => [text, count])).toEqual([
      ['Slope', 3],
      ['hill', 1],
    ]);
    const key = desk(room).said?.entries[0]?.key ?? '';
    expect(onWall(ordered(room, { type: 'hideSaid', round: 0, key, hidden: true }))).toEqual(['hill']);
  });
});

describe('a poll', () => {
  it('is counted before its host at once, on the wall when the host lets it, and for all at the bell', () => {
    const room = roomAsking(asking('poll'), [picks('A'), picks('A'), picks('C')], 'question');
    const counts = (view: { distribution: { count: number }[] | null }) => view.distribution?.map(({ count }) => count);
    expect([counts(desk(room)), counts(wall(room))]).toEqual([[2, 0, 1, 0], undefined]);
    expect(counts(wall(ordered(room, show)))).toEqual([2, 0, 1, 0]);
    expect(playerViewOf(ordered(room, show), 'p0').reveal).toBeNull();
    const told = roomAsking(asking('poll'), [picks('A'), picks('A'), picks('C')], 'reveal');
    expect(counts(wall(told))).toEqual([2, 0, 1, 0]);
    expect(wall(told)).toMatchObject({ rightShare: null, said: null, reveal: { correct: [], value: null } });
  });

  it('leaves a streak as it was', () => {
    const asked = ['choice', 'open', 'choice'];
    const plan = asked.map((questionId) => ({ questionId, seconds: 20 }));
    const state = { ...openingState(plan, { ...DEFAULT_SETTINGS, streak: true }), rounds: asked.map(playedRound) };
    const right = given('p1', { kind: 'choice', choices: ['B'] }, 1_000);
    const answers = new Map([0, 1, 2].map((round) => [round, [round === 1 ? given('p1', picks('A'), 1_000) : right]]));
    const has = (rounds: number) => standings(state, ALL, ['p1'], answers, rounds).now[0];
    expect([has(1), has(2), has(3)]).toMatchObject([
      { points: 1000, right: 1, bonus: 0 },
      { points: 1000, right: 1, bonus: 0, gained: 0 },
      { points: 2100, right: 2, bonus: 100 },
    ]);
  });

  it('gives nobody a point and counts in no sum', () => {
    const room = roomAsking(asking('poll'), [picks('A')], 'reveal');
    const view = playerViewOf(room, 'p0');
    expect(view.me).toMatchObject({ result: null, points: 0, right: 0, rank: null });
    const over = ordered(room, { type: 'next' });
    expect(wall(over).together).toEqual({ right: 0, of: 0 });
  });

  it('is the only thing that can be counted while it is open: letting answers be seen opens no key', () => {
    const room = ordered(roomAsking(OF_EACH_KIND.choice, [{ kind: 'choice', choices: ['B'] }], 'question'), show);
    expect(wall(room)).toMatchObject({ distribution: null, said: null, reveal: null });
    expect(desk(room).distribution).toBeNull();
  });
});

it('is stored with its room, and a room from before has none of it', () => {
  const { said: _said, ...before } = openingState([{ questionId: 'open', seconds: 20 }], DEFAULT_SETTINGS);
  expect(stateDocument.read({ ...before, schemaVersion: 2 }).said).toEqual([]);
  const { state } = ordered(roomAsking(asking('text'), [said('1')], 'question'), show);
  expect(stateDocument.read(stateDocument.write(state))).toEqual(state);
});
