// @vitest-environment happy-dom
/** What a browser keeps of a player's answers: of one round of one seat, the newest, until it is stored. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { number } from '../../../tests/support/player-view.ts';
import { forgetItems } from '../../_client/kept-item.ts';
import {
  forgetKept,
  forgetWritten,
  keepAsTyped,
  keepSent,
  keepTyped,
  keptAnswer,
  type Written,
} from './kept-answer.ts';
import { forgetSeat, keepSeat, SEAT_KEYS } from './seat-key.ts';

const [one, two, three]: Written[] = ['1', '2', '3'].map((value) => ({ id: `id-${value}`, answer: number(value) }));
if (one === undefined || two === undefined || three === undefined) throw new Error('three answers');

beforeEach(() => {
  localStorage.clear();
  keepSeat('room', 'token');
});
afterEach(() => {
  vi.unstubAllGlobals();
  forgetSeat('room');
});

describe('what is kept', () => {
  it('is what was sent, and what was typed after it', () => {
    keepTyped('room', 2, one);
    expect(keptAnswer('room')).toEqual({ round: 2, sent: null, typed: one });
    keepSent('room', 2, two);
    expect(keptAnswer('room')).toEqual({ round: 2, sent: two, typed: null });
    keepTyped('room', 2, three);
    expect(keptAnswer('room')).toEqual({ round: 2, sent: two, typed: three });
  });

  it('is of one round: the next one begins with nothing', () => {
    keepSent('room', 2, one);
    keepTyped('room', 3, two);
    expect(keptAnswer('room')).toEqual({ round: 3, sent: null, typed: two });
  });

  it('goes with its receipt, and something newer stays', () => {
    keepSent('room', 0, one);
    keepTyped('room', 0, two);
    forgetWritten('room', 'id-3');
    expect(keptAnswer('room')).toEqual({ round: 0, sent: one, typed: two });
    forgetWritten('room', 'id-1');
    expect(keptAnswer('room')).toEqual({ round: 0, sent: null, typed: two });
    forgetWritten('room', 'id-2');
    expect(keptAnswer('room')).toBeUndefined();
    expect(Object.keys(localStorage)).toEqual([`${SEAT_KEYS}room`]);
  });

  it('stands in the field where it could not be handed in, unless something newer does', () => {
    keepSent('room', 0, one);
    keepAsTyped('room', 'id-1');
    expect(keptAnswer('room')).toEqual({ round: 0, sent: null, typed: one });
    keepSent('room', 0, two);
    keepTyped('room', 0, three);
    keepAsTyped('room', 'id-1');
    expect(keptAnswer('room')?.sent).toEqual(two);
    keepAsTyped('room', 'id-2');
    expect(keptAnswer('room')).toEqual({ round: 0, sent: null, typed: three });
  });

  it('is of one seat: another token in this browser finds none of it', () => {
    keepSent('room', 0, one);
    keepSeat('room', 'another');
    expect(keptAnswer('room')).toBeUndefined();
    keepSeat('room', 'token');
    expect(keptAnswer('room')?.sent).toEqual(one);
    forgetSeat('room');
    keepSeat('room', 'token');
    expect(keptAnswer('room')).toBeUndefined();
  });

  it('goes at the end of its round, and when somebody signs out', () => {
    keepSent('room', 0, one);
    forgetKept('room');
    expect(keptAnswer('room')).toBeUndefined();
    keepSent('room', 0, one);
    forgetItems(SEAT_KEYS);
    expect(localStorage.length).toBe(0);
  });
});

it('lasts as long as the page where this browser keeps nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  keepSeat('room', 'token');
  keepSent('room', 0, one);
  keepSent('room', 0, two);
  expect(keptAnswer('room')?.sent).toEqual(two);
  forgetWritten('room', 'id-2');
  expect(keptAnswer('room')).toBeUndefined();
});

it('is the newest one also where the store is full by now', () => {
  keepSent('room', 0, one);
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepSent('room', 0, two);
  expect(keptAnswer('room')?.sent).toEqual(two);
  full.mockRestore();
  keepSent('room', 0, three);
  expect(keptAnswer('room')?.sent).toEqual(three);
});

it.each(['{"shape":2,"token":"token","round":0,"sent":null,"typed":null}', '{"half', 'null'])(
  'what another version wrote, or nobody can read, is none: %s',
  (stored) => {
    localStorage.setItem(`${SEAT_KEYS}answer:room`, stored);
    expect(keptAnswer('room')).toBeUndefined();
  },
);
