/** Places on the wall and the podium: ties share one, nobody is cut off by the order of a list, and nobody stands there with nothing. */
import { describe, expect, it } from 'vitest';
import { given, JOIN, playedRound, player, roomOf } from '../../tests/support/live-questions.ts';
import { climberOf, firstOf, podiumOf, ranking } from './ranks.ts';
import type { Phase } from './state.ts';
import { DEFAULT_SETTINGS, openingState } from './state.ts';
import { hostViewOf } from './view/host.ts';
import { playerViewOf } from './view/player.ts';
import { screenViewOf } from './view/screen.ts';

const round = playedRound('choice');
/** A room after so many rounds: for each player, whether they were right in each. */
function roomWith(rounds: readonly boolean[][], phase: Phase, showNames = true) {
  const ids = (rounds[0] ?? []).map((_, index) => `p${index}`);
  const state = {
    ...openingState([{ questionId: 'choice', seconds: 20 }], { ...DEFAULT_SETTINGS, showNames }),
    phase,
    rounds: rounds.map(() => round),
  };
  const answers = rounds.map(
    (right, index) =>
      [index, right.map((is, at) => given(`p${at}`, { kind: 'choice', choices: [is ? 'B' : 'C'] }, 1_000))] as const,
  );
  return roomOf(
    state,
    answers,
    ids.map((id) => player(id)),
  );
}
const many = (count: number, is: boolean): boolean[] => Array.from({ length: count }, () => is);

describe('the podium', () => {
  it('bears all who share a place: four names a step, and how many more', () => {
    const podium = podiumOf(ranking(roomWith([[...many(7, true), false]], 'podium')));
    expect(podium).toEqual([{ rank: 1, points: 1000, nicknames: expect.any(Array), more: 3 }]);
    expect(podium[0]?.nicknames).toHaveLength(4);
  });

  it('skips the place after one that is shared, and has no step for who has no points', () => {
    const room = roomWith(
      [
        [true, true, true, false, false],
        [true, true, false, false, false],
      ],
      'podium',
    );
    expect(podiumOf(ranking(room)).map(({ rank, points, nicknames }) => [rank, points, nicknames.length])).toEqual([
      [1, 2000, 2],
      [3, 1000, 1],
    ]);
    expect(podiumOf(ranking(roomWith([many(3, false)], 'podium')))).toEqual([]);
  });
});

describe('the standings', () => {
  it('show six, and say how many more share the last of these places', () => {
    const { standings, tiedBeyond } = firstOf(ranking(roomWith([[...many(5, true), ...many(5, false)]], 'standings')));
    expect(standings.map((one) => one.rank)).toEqual([1, 1, 1, 1, 1, 6]);
    expect(tiedBeyond).toBe(4);
  });

  it('tell what the last round brought, and who rose farthest from however far below', () => {
    const ranks = ranking(
      roomWith(
        [
          [true, true, true, true, true, true, true, false],
          [false, false, false, false, false, false, false, true],
        ],
        'standings',
      ),
    );
    expect(climberOf(ranks)).toEqual({ nickname: 'Name p7', from: 8, to: 1 });
    expect(ranks.find((one) => one.playerId === 'p7')?.gained).toBe(1000);
    expect(ranks.find((one) => one.playerId === 'p0')?.gained).toBe(0);
    expect(climberOf(ranking(roomWith([many(3, true)], 'standings')))).toBeNull();
    // before anybody had a point there were no places: nobody has fallen from one
    const first = ranking(roomWith([[false, true, false]], 'standings'));
    expect(first.map(({ rank, moved }) => [rank, moved])).toEqual([
      [1, 0],
      [2, 0],
      [2, 0],
    ]);
  });
});

describe('where nobody has a point', () => {
  it('there are no places: no phone is told that it is the first', () => {
    for (const phase of ['reveal', 'standings', 'podium', 'ended'] as const) {
      expect(playerViewOf(roomWith([many(3, false)], phase), 'p1').me).toMatchObject({ rank: null, ahead: null });
      // one has: the others are behind
      const [first, last] = ['p0', 'p1'].map((id) => playerViewOf(roomWith([[true, false]], phase), id).me.rank);
      expect([first, last]).toEqual([1, 2]);
    }
  });
});

describe('a room that shows no names', () => {
  const shown = (phase: Phase, showNames: boolean) => {
    const room = roomWith([[true, true, false]], phase, showNames);
    return { screen: screenViewOf(room, JOIN), host: hostViewOf(room, JOIN), phone: playerViewOf(room, 'p2') };
  };

  it('has no places of strangers on its wall, but what all did together; its host sees who they are', () => {
    for (const phase of ['standings', 'podium', 'ended'] as const) {
      const { screen, host } = shown(phase, false);
      expect(screen).toMatchObject({ standings: null, podium: null, climber: null, together: { right: 2, of: 3 } });
      expect(host.standings).toHaveLength(3);
    }
    expect(shown('podium', true).screen.podium?.[0]?.nicknames).toEqual(['Name p0', 'Name p1']);
  });

  it('tells a phone its place and how far the next one is, without a name', () => {
    expect(shown('reveal', false).phone.me).toMatchObject({ rank: 3, ahead: { nickname: null, by: 1000 } });
    expect(JSON.stringify(shown('reveal', false).phone)).not.toMatch(/Name p[01]/);
    expect(shown('reveal', true).phone.me.ahead?.nickname).toBe('Name p1');
  });
});
