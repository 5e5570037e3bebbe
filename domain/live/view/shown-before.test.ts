/** What a seat may ask pictures of: what its player was shown until now, and nothing of a key before that is open. */
import { describe, expect, it } from 'vitest';
import { ANSWERS, given, OF_EACH_KIND, roomOf } from '../../../tests/support/live-questions.ts';
import type { QuestionKind } from '../../question.ts';
import { advance, type LiveCommand } from '../advance.ts';
import type { Room } from '../room.ts';
import { DEFAULT_SETTINGS, type LiveState, openingState } from '../state.ts';
import { shownToAll, shownToPlayer } from './player.ts';

const KINDS = Object.keys(OF_EACH_KIND) as QuestionKind[];

/** A room that was led like this, in which `p1` has answered the first question wrongly. */
function ledBy(first: QuestionKind, ...commands: LiveCommand['type'][]): Room {
  const second = first === 'number' ? 'choice' : 'number';
  const plan = [first, second].map((questionId) => ({ questionId, seconds: 20 }));
  let state: LiveState = openingState(plan, { ...DEFAULT_SETTINGS, readSeconds: 5 });
  let now = 1_000;
  for (const type of commands) {
    now += type === 'tick' ? 10_000 : 2_000;
    const step = advance(state, { type } as LiveCommand, now);
    if (!step.ok) throw new Error(`${type} in ${state.phase}: ${step.refused}`);
    state = step.state;
  }
  return roomOf(state, [[0, [given('p1', ANSWERS[first].wrong, 4_000)]]]);
}

const all = (room: Room): string => JSON.stringify(shownToAll(room));
const one = (room: Room, player = 'p1'): string => JSON.stringify(shownToPlayer(room, player));
const says = (text: string, kind: QuestionKind) => text.includes(`SECRET-explanation-${kind}`);

describe('what was shown in a room', () => {
  it('is nothing before its first question', () => {
    expect(all(ledBy('choice'))).not.toMatch(/Which|item|SECRET|NEVER/);
    expect(one(ledBy('choice'))).not.toMatch(/Which|item|SECRET|NEVER/);
  });

  it('is what is asked, and what can be chosen only once the time to read is over', () => {
    const read = ledBy('choice', 'next');
    expect([all(read), one(read)].map((text) => [text.includes('Which?'), text.includes('item A')])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(all(ledBy('choice', 'next', 'tick'))).toContain('item A');
  });

  it.each(KINDS)('holds nothing of a key before it is open, and keeps it to the end: %s', (kind) => {
    const asked: LiveCommand['type'][][] = [['next'], ['next', 'tick'], ['next', 'tick', 'close']];
    for (const way of asked)
      expect(`${all(ledBy(kind, ...way))}${one(ledBy(kind, ...way))}`).not.toMatch(/SECRET|NEVER/);
    const open: LiveCommand['type'][] = ['next', 'tick', 'close', 'reveal'];
    const later = [open, [...open, 'next'], [...open, 'next', 'next'], [...open, 'next', 'next', 'tick']] as const;
    for (const way of later) {
      const room = ledBy(kind, ...way);
      expect([says(all(room), kind), says(one(room), kind), says(one(room, 'p2'), kind)]).toEqual([true, true, true]);
      expect(`${all(room)}${one(room)}`).not.toContain(
        'SECRET-explanation-'.concat(kind === 'number' ? 'choice' : 'number'),
      );
      // hints are never told in a room
      expect(`${all(room)}${one(room)}`).not.toContain(`NEVER-hint-${kind}`);
    }
  });

  it('is why one picks a wrong answer for who has, and for nobody else', () => {
    const room = ledBy('choice', 'next', 'tick', 'close', 'reveal', 'next', 'next');
    expect(one(room)).toContain('SECRET-note-choice');
    expect(one(room, 'p2')).not.toContain('SECRET-note-choice');
    expect(all(room)).not.toContain('SECRET-note-choice');
  });

  it('is no key of a question that was skipped', () => {
    const skipped = ledBy('choice', 'next', 'tick', 'skip', 'next');
    expect(`${all(skipped)}${one(skipped)}`).not.toContain('SECRET');
  });

  it('is no key of a question that is talked about before it is voted on once more', () => {
    for (const way of [['discuss'], ['discuss', 'next'], ['discuss', 'next', 'close']] as const) {
      const room = ledBy('choice', 'next', 'tick', ...way);
      expect(`${all(room)}${one(room)}`).not.toContain('SECRET');
    }
  });
});
