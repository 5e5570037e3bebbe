// @vitest-environment happy-dom
/** The token of a seat goes where pictures are asked for, and nowhere else. */
import { beforeEach, expect, it, vi } from 'vitest';
import { forgetSeat, forgetSeats, keepCode, keepSeat } from './seat-key.ts';

let written: string[];
beforeEach(() => {
  localStorage.clear();
  written = [];
  vi.spyOn(document, 'cookie', 'set').mockImplementation((cookie) => void written.push(cookie));
});

it('is shown from the moment it is kept, to pictures alone', () => {
  keepSeat('room', 'token');
  expect(written).toEqual(['nabla.seat.room=token; path=/pictures; max-age=172800; samesite=strict']);
});

it('is taken back with the seat', () => {
  keepSeat('room', 'token');
  forgetSeat('room');
  expect(written.at(-1)).toBe('nabla.seat.room=; path=/pictures; max-age=0; samesite=strict');
});

it('is taken back for all rooms where somebody signs out', () => {
  keepSeat('one', 'a');
  keepSeat('two', 'b');
  keepCode('123456', 'two');
  written = [];
  forgetSeats();
  expect(written.toSorted()).toEqual([
    'nabla.seat.one=; path=/pictures; max-age=0; samesite=strict',
    'nabla.seat.two=; path=/pictures; max-age=0; samesite=strict',
  ]);
  expect(localStorage.length).toBe(0);
});
