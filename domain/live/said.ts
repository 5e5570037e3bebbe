/** What people said in their own words: for their host with all there is, for the wall what the host lets the class see. */
import { isUnfit } from '../people/names/unfit.ts';
import { gathered, saidAs } from './gathered.ts';
import { answersTo, type Room, type RoomPlayer, type StoredAnswer, sentAnswers } from './room.ts';
import { sayingsOf } from './sayings.ts';
import { isUnsettled } from './state.ts';
import type { HostView, ScreenView } from './views.ts';

/** The answers to a round that are there to be looked at: what is only typed waits for the bell. */
export function heardAnswers(room: Room, round = room.state.rounds.length - 1): readonly StoredAnswer[] {
  const open = round === room.state.rounds.length - 1 && isUnsettled(room.state.phase);
  return open ? sentAnswers(room, round) : answersTo(room, round);
}

/** For the host of the room: all that was said in a round (the current one), marked where it is hidden; null: nothing is said there. */
export function saidOf(room: Room, round = room.state.rounds.length - 1): HostView['said'] {
  const question = room.questions.get(room.state.rounds[round]?.questionId ?? '');
  if (question === undefined || room.state.phase === 'read') return null;
  const as = saidAs(question);
  if (as === null) return null;
  const marks = sayingsOf(room.state.said, round);
  const players = new Map(room.players.map((player) => [player.id, player]));
  const given = heardAnswers(room, round)
    // as they came, however they were read: a card stays where it is
    .toSorted((a, b) => a.receivedAt - b.receivedAt || (a.playerId < b.playerId ? -1 : 1))
    .map(({ playerId, answer }) => ({ who: playerId, by: players.get(playerId), answer }));
  const entries = gathered(question, given, marks, (text, by) => isUnfit(text) && by.every(isGuest));
  return { as, shown: marks.shown, entries: entries.map((one) => ({ ...one, by: one.by.flatMap(nicknameOf) })) };
}

const nicknameOf = (player: RoomPlayer | undefined): string[] => (player === undefined ? [] : [player.nickname]);

/** Nobody knows who they are. What somebody says under their own account is hidden by a person only. */
const isGuest = (player: RoomPlayer | undefined): boolean => player === undefined || player.userId === null;

/** For the wall: what is not hidden, once the host lets the class see it; names where the room shows names. */
export function shownSayings(room: Room): ScreenView['said'] {
  const said = saidOf(room);
  if (said === null) return null;
  const { showNames } = room.state.settings;
  const entries = said.shown ? said.entries.filter(({ hidden }) => !hidden) : [];
  return {
    as: said.as,
    shown: said.shown,
    entries: entries.map(({ text, count, by, group }) => ({ text, count, by: showNames ? by : [], group })),
  };
}
