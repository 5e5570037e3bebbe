/** What players answered, question by question, as text: of all in few signs each, of one whole. Pure. */
import { answersTo, type Room, type StoredAnswer } from '../room.ts';
import { markOf } from './mark.ts';
import type { Mark } from './marks.ts';
import { reported } from './report.ts';
import { textOf } from './text-of.ts';
import { votesIn } from './votes.ts';

export interface PlayerAnswer {
  player: string;
  /** in the order of the questions; null: none was given */
  given: ({ text: string; mark: Mark; first: string | null } | null)[];
}

/** Signs of an answer that stands in a cell. */
const SHORT = 40;

/**
 * @param player null: everybody
 * @param whole all of each answer, for a file
 */
export function answersOf(room: Room, player: string | null, whole = player !== null): PlayerAnswer[] {
  const votes = votesIn(room.state).flatMap((of) => {
    const question = room.questions.get(of[0].round.questionId);
    return question === undefined ? [] : [{ of, question }];
  });
  const columns = votes.map(({ of: [first, ...more], question }) => {
    const last = more.at(-1);
    return {
      question,
      given: byPlayer(answersTo(room, (last ?? first).index)),
      first: last === undefined ? undefined : byPlayer(answersTo(room, first.index)),
    };
  });
  const say = (text: string): string => (whole ? text : shortened(text));
  return reported(room)
    .filter(({ id }) => player === null || id === player)
    .map(({ id }) => ({
      player: id,
      given: columns.map(({ question, given, first }) => {
        const one = given.get(id);
        const earlier = first?.get(id);
        if (one === undefined && earlier === undefined) return null;
        return {
          text: one === undefined ? '' : say(textOf(question, one)),
          mark: markOf(question, one),
          first: earlier === undefined ? null : say(textOf(question, earlier)),
        };
      }),
    }));
}

const byPlayer = (given: readonly StoredAnswer[]): ReadonlyMap<string, StoredAnswer> =>
  new Map(given.map((one) => [one.playerId, one]));

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > SHORT ? `${line.slice(0, SHORT - 1).trimEnd()}…` : line;
}
