/** The secret in a room's link. */
import { describe, expect, it } from 'vitest';
import { isRoomKey, roomKey, roomPath } from './room-key.ts';

const SECRET = 'a secret of at least thirty-two characters';
const ROOM = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

describe('the key of a room', () => {
  it('is short, fit for an address, and the same each time', () => {
    const key = roomKey(ROOM, SECRET);
    expect(key).toMatch(/^[\w-]{16}$/);
    expect(roomKey(ROOM, SECRET)).toBe(key);
    expect(isRoomKey(key, ROOM, SECRET)).toBe(true);
    expect(roomPath({ id: ROOM, code: '123456' }, SECRET)).toBe(`/join/123456#${key}`);
  });

  it('opens no other room, and none under another secret', () => {
    const key = roomKey(ROOM, SECRET);
    expect(isRoomKey(key, ROOM.replace('7', '8'), SECRET)).toBe(false);
    expect(isRoomKey(key, ROOM, `${SECRET}!`)).toBe(false);
  });

  it.each(['', 'short', 'x'.repeat(16), 'é'.repeat(16), 'x'.repeat(64)])('is not %j', (key) => {
    expect(isRoomKey(key, ROOM, SECRET)).toBe(false);
  });

  it('is not what a player’s token is signed with, though it comes from the same secret', () => {
    expect(roomKey(ROOM, SECRET)).not.toBe(roomKey(ROOM, SECRET.replace('a', 'nabla-player:a')));
  });
});
