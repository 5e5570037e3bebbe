// @vitest-environment happy-dom
/** What a page that goes writes down at once, as the next page finds it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openNote } from './note.ts';
import { draftAfter, type Entry } from './rules.ts';

const entry = (user: string, id: string): Entry =>
  draftAfter(
    undefined,
    { user, lessonId: 'l', questionId: 'q', versionId: 'v', id, answer: { kind: 'number', value: id }, writtenAt: 1 },
    0,
  );

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

it('is read by pages of the same account only, and forgotten by the entry that was noted only', () => {
  openNote().leave([entry('ada', 'one')]);
  const next = openNote();
  expect(next.left('ben')).toEqual([]);
  expect(next.left('ada')).toEqual([entry('ada', 'one')]);
  next.forget(entry('ada', 'another'));
  expect(next.left('ada')).toHaveLength(1);
  next.forget(entry('ada', 'one'));
  expect(next.left('ada')).toEqual([]);
});

it('breaks no page where the browser forbids it, or somebody else wrote there', () => {
  localStorage.setItem('nabla-outbox-left:ada l q', '{');
  expect(openNote().left('ada')).toEqual([]);
  vi.stubGlobal('localStorage', {
    get length(): number {
      throw new Error('SecurityError');
    },
  });
  openNote().leave([entry('ada', 'one')]);
  openNote().forget(entry('ada', 'one'));
  expect(openNote().left('ada')).toEqual([]);
});
