import { describe, expect, it } from 'vitest';
import type { Role } from '../people/permissions.ts';
import { mayReadPicture, type PictureWays } from './reading.ts';

const NONE: PictureWays = { own: false, bank: null, lesson: null, onPage: false, quiz: null, room: null };
const ROLES: Role[] = ['admin', 'teacher', 'student'];

describe('who may read a picture', () => {
  it.each<[string, Partial<PictureWays>, Role[]]>([
    ['that nothing refers to', {}, []],
    ['that they have put in themselves', { own: true }, ROLES],
    ['of their own question', { bank: { own: true } }, ['admin', 'teacher']],
    ['of a question that was shared with them', { bank: { own: false, shared: 'look' } }, ['admin', 'teacher']],
    ['of a question that was not', { bank: { own: false } }, ['admin']],
    ['of a key in a lesson', { lesson: { teaches: false } }, ['admin']],
    ['of a key in a lesson that they teach', { lesson: { teaches: true } }, ['admin', 'teacher']],
    ['that a lesson shows', { lesson: { teaches: false }, onPage: true }, ROLES],
    ['that their own quiz asks', { quiz: { own: true } }, ['admin', 'teacher']],
    ['that a quiz of somebody else asks', { quiz: { own: false } }, []],
    ['of a room that they host', { room: { own: true } }, ['admin', 'teacher']],
    ['of a room of their class', { room: { own: false, teaches: true } }, ['admin', 'teacher']],
    ['of a room of others', { room: { own: false, teaches: false } }, ['admin']],
  ])('%s', (_, ways, allowed) => {
    const may = ROLES.filter((role) => mayReadPicture(role, { ...NONE, ...ways }));
    expect(may).toEqual(allowed);
  });
});
