import { expect, it } from 'vitest';
import { kindsOf, MAIL_KINDS, NOTICE_KINDS, placeOf } from './notice.ts';

const place = {
  ...{ classId: 'c', lessonId: 'l', slug: 'gradients', activityId: 'a', questionName: 'jacobian', studentId: 's' },
};

it('has each kind for somebody, and those of the desk for a student who assists', () => {
  expect(new Set([...kindsOf('student', false), ...kindsOf('teacher', false)])).toEqual(new Set(NOTICE_KINDS));
  expect(kindsOf('student', false)).not.toContain('asked');
  expect(kindsOf('student', true)).toContain('asked');
  expect(kindsOf('admin', true)).toEqual(kindsOf('teacher', false));
  // what is over when a mail is read
  expect(NOTICE_KINDS.filter((kind) => !MAIL_KINDS.some((mailed) => mailed === kind))).toEqual(['live', 'hosting']);
});

it('leads to where it is read: a lesson by its address, a quiz by what gives it, and nowhere where it is theirs no more', () => {
  expect(placeOf('remark', 'x', place, null)).toBe('/lessons/gradients#jacobian.remarks');
  expect(placeOf('answer', 'x', { ...place, slug: null }, null)).toBe('/activities/a#jacobian.asked');
  expect(placeOf('regraded', 'x', { ...place, slug: null, activityId: null }, null)).toBeNull();
  expect(placeOf('asked', 'x', place, null)).toBe('/classes/c/asked?inquiry=x');
  expect(placeOf('reply', 'x', place, null)).toBe('/classes/c?lesson=l&student=s&question=jacobian');
  expect(placeOf('live', 'x', place, '/join/123456#key')).toBe('/join/123456#key');
  expect(placeOf('hosting', 'x', { ...place, lessonId: null }, null)).toBe('/live/x/host');
  expect(placeOf('shared', 'x', { ...place, lessonId: null }, null)).toBe('/questions/x');
});

it('leads every kind to an address of ours, whatever it is called', () => {
  for (const kind of NOTICE_KINDS) expect(placeOf(kind, 'x', place, '/join/1')).toMatch(/^\/[a-z]/);
});
