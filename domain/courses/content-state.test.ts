import { describe, expect, it } from 'vitest';
import { fileState, isSafe, listState } from './content-state.ts';

const NOTHING = { fileHash: null, published: null, isKnown: false };
const ofFile = (hash: string) => ({ hash, byPerson: false });
const ofPerson = (hash: string) => ({ hash, byPerson: true });

describe('the file of a lesson', () => {
  it('is new where nothing was ever published', () => {
    expect(fileState('a', NOTHING)).toBe('new');
  });
  it('is the same where it was taken over as it is, whatever somebody has published since', () => {
    expect(fileState('a', { fileHash: 'a', published: ofPerson('x'), isKnown: true })).toBe('same');
    expect(fileState('a', { fileHash: null, published: ofPerson('x'), isKnown: true })).toBe('same');
    expect(fileState('a', { fileHash: 'b', published: ofPerson('a'), isKnown: true })).toBe('same');
  });
  it('has changed where nobody has edited the lesson here, also back to what it once was', () => {
    expect(fileState('b', { fileHash: 'a', published: ofFile('a'), isKnown: false })).toBe('changed');
    expect(fileState('b', { fileHash: null, published: ofFile('a'), isKnown: false })).toBe('changed');
    expect(fileState('a', { fileHash: 'b', published: ofFile('b'), isKnown: true })).toBe('changed');
    // published again by hand: it still is what the file said
    expect(fileState('b', { fileHash: 'a', published: ofPerson('a'), isKnown: false })).toBe('changed');
  });
  it('waits for somebody where the lesson was edited here as well', () => {
    expect(fileState('b', { fileHash: 'a', published: ofPerson('x'), isKnown: false })).toBe('both');
    expect(fileState('b', { fileHash: null, published: ofPerson('x'), isKnown: false })).toBe('both');
    // by a correction that moved a pin, while nobody was there
    expect(fileState('b', { fileHash: 'a', published: ofFile('x'), isKnown: false })).toBe('both');
  });
});

describe('the list of a course', () => {
  it('is compared with the one that was taken over last', () => {
    expect(listState('a', { known: null, arranged: false })).toBe('new');
    expect(listState('a', { known: 'a', arranged: true })).toBe('same');
    expect(listState('b', { known: 'a', arranged: false })).toBe('changed');
    expect(listState('b', { known: 'a', arranged: true })).toBe('both');
    expect(listState('b', { known: null, arranged: true })).toBe('both');
  });
});

it('what somebody has changed here is never written over by itself', () => {
  expect((['same', 'new', 'changed', 'both'] as const).filter(isSafe)).toEqual(['new', 'changed']);
});
