import { describe, expect, it } from 'vitest';
import { ANSWERS, choice, JOIN, maths, roomAsking, verdictOf } from '../../tests/support/live-questions.ts';
import type { Question } from '../question.ts';
import type { Room } from './room.ts';
import { hostViewOf } from './view/host.ts';
import { playerViewOf } from './view/player.ts';

/** Where somebody picks A, another one C, and a third one what is right. */
const telling: Question = {
  ...choice,
  key: {
    ...choice.key,
    misconceptions: [
      { id: 'flipped', sign: { option: 'A' }, html: '<p>Turn it round.</p>', name: 'Flipped' },
      { id: 'lost', sign: { option: 'C' }, html: null },
    ],
  },
};
const pick = (letter: string) => ({ kind: 'choice' as const, choices: [letter] });
const PICKED = ['A', 'C', 'A', choice.key.correct[0] ?? ''].map(pick);
const mine = (room: Room, place: number): string[] => playerViewOf(room, room.players[place]?.id ?? '').me.misread;

describe('what players misunderstood', () => {
  it('is told once the key is open: to each their own words, to the host by name and number', () => {
    const room = roomAsking(telling, PICKED, 'reveal');
    expect([0, 1, 2, 3].map((place) => mine(room, place))).toEqual([
      ['<p>Turn it round.</p>'],
      [],
      ['<p>Turn it round.</p>'],
      [],
    ]);
    expect(hostViewOf(room, JOIN).misread).toEqual([
      { name: 'Flipped', count: 2 },
      { name: 'lost', count: 1 },
    ]);
  });

  it('is told to nobody before', () => {
    const room = roomAsking(telling, PICKED, 'question');
    expect([0, 1, 2, 3].flatMap((place) => mine(room, place))).toEqual([]);
    expect(hostViewOf(room, JOIN).misread).toEqual([]);
  });

  it('is what the verdict says, where the pool grades; of hidden tests alone its player is told nothing', () => {
    const question: Question = {
      ...maths,
      key: {
        ...maths.key,
        misconceptions: [
          { id: 'open', sign: { slip: 'sign' }, html: '<p>Signs.</p>' },
          { id: 'hidden', sign: { test: 'unseen' }, html: '<p>Never told.</p>' },
        ],
      },
    };
    const asked = roomAsking(question, [ANSWERS.maths.wrong], 'reveal');
    const verdict = { ...verdictOf(0), misconceptions: [{ id: 'open' }, { id: 'hidden', hidden: true as const }] };
    const answers = new Map(
      [...asked.answers].map(([round, list]) => [round, list.map((one) => ({ ...one, verdict }))]),
    );
    const room = { ...asked, answers };
    expect(mine(room, 0)).toEqual(['<p>Signs.</p>']);
    expect(hostViewOf(room, JOIN).misread.map(({ count }) => count)).toEqual([1, 1]);
    expect(mine(asked, 0)).toEqual([]);
  });
});
