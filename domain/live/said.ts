/** What people said in their own words: for their host with all there is, for the wall what the host lets the class see. */
import { hash } from '../judging/random.ts';
import { kindOf } from '../kinds/kinds.ts';
import { isUnfit } from '../people/names/unfit.ts';
import type { Question } from '../question.ts';
import { answersTo, type Room, type RoomPlayer, type StoredAnswer, sentAnswers } from './room.ts';
import { sayingsOf } from './sayings.ts';
import { isUnsettled } from './state.ts';
import type { HostView, ScreenView } from './views.ts';

type Saying = NonNullable<HostView['said']>['entries'][number];

/** How what is said to a question is shown; null: nothing of the sort is asked for. */
export const saidAs = (question: Question): 'cards' | 'cloud' | null =>
  kindOf(question).live.said?.as(question) ?? null;

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
  const { said } = kindOf(question).live;
  if (as === null || said === undefined) return null;
  const { shown, hidden, groups } = sayingsOf(room.state.said, round);
  const players = new Map(room.players.map((player) => [player.id, player]));
  const pieces = heardAnswers(room, round)
    .filter(({ answer }) => answer.kind === question.kind)
    // as they came, however they were read: a card stays where it is
    .toSorted((a, b) => a.receivedAt - b.receivedAt || (a.playerId < b.playerId ? -1 : 1))
    .flatMap(({ playerId, answer }) =>
      said.texts(question, answer).map((text) => ({
        text,
        by: players.get(playerId),
        key: as === 'cards' ? playerId : hash(said.same(text)).toString(36),
      })),
    );
  const groupOf = new Map(groups.flatMap(({ name, of }) => of.map((key) => [key, name] as const)));
  const entries = [...Map.groupBy(pieces, ({ key }) => key)].map(([key, same]): Saying => {
    const by = same.flatMap((one) => one.by ?? []);
    const text = same[0]?.text ?? '';
    return {
      key,
      text,
      count: same.length,
      by: by.map(({ nickname }) => nickname),
      hidden: hidden[key] ?? (isUnfit(text) && by.every(isGuest)),
      group: groupOf.get(key) ?? null,
    };
  });
  return { as, shown, entries };
}

/** Nobody knows who they are. What somebody says under their own account is hidden by a person only. */
const isGuest = ({ userId }: RoomPlayer): boolean => userId === null;

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
