/** The permission table, told a second time: a change of it must be meant. */
import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, can, type Viewer } from './permissions.ts';

const VIEWERS: Viewer[] = ['admin', 'teacher', 'student', 'guest'];
const NOTHING = {};
const OWN = { own: true };
const TEACHES = { teaches: true };

/** Who may, to a thing of strangers; to what is theirs; to what belongs to a class they teach. */
const meant: Record<Action, { anything: Viewer[]; own: Viewer[]; teaches: Viewer[] }> = {
  'lesson.read': always('admin', 'teacher', 'student'),
  'lesson.solutions': always('admin', 'teacher'),
  'course.edit': always('admin'),
  'user.manage': always('admin'),
  'user.resetPassword': adminOrClass(),
  'class.create': always('admin', 'teacher'),
  'class.join': always('student'),
  'class.manage': adminOrClass(),
  'class.results': adminOrClass(),
  'draft.save': onlyOwn('admin', 'teacher', 'student'),
  'submission.create': onlyOwn('admin', 'teacher', 'student'),
  'submission.read': { anything: ['admin'], own: ['admin', 'teacher', 'student'], teaches: ['admin', 'teacher'] },
  'verdict.decide': adminOrClass(),
  'verdict.regrade': adminOrClass(),
  'verdict.regradeAll': always('admin'),
  'verdict.gradeAgain': adminOrClass(),
  'verdict.gradeAllAgain': always('admin'),
  'live.open': always('admin', 'teacher'),
  'live.host': adminOrClass(),
  'live.screen': adminOrClass(),
  'live.report': adminOrClass(),
  'live.join': always('admin', 'teacher', 'student', 'guest'),
  'live.answer': onlyOwn('admin', 'teacher', 'student', 'guest'),
};

function always(...viewers: Viewer[]) {
  return { anything: viewers, own: viewers, teaches: viewers };
}
function onlyOwn(...viewers: Viewer[]) {
  return { anything: [], own: viewers, teaches: [] };
}
function adminOrClass() {
  const both: Viewer[] = ['admin', 'teacher'];
  return { anything: ['admin' as const], own: both, teaches: both };
}

describe('the permission table', () => {
  it.each(ACTIONS)('opens %s to whom it is meant for, and to nobody else', (action) => {
    const who = (relation: object): Viewer[] => VIEWERS.filter((viewer) => can(viewer, action, relation));
    expect(who(NOTHING)).toEqual(meant[action].anything);
    expect(who(OWN)).toEqual(meant[action].own);
    expect(who(TEACHES)).toEqual(meant[action].teaches);
  });

  it('gives guests nothing but a seat in a live room', () => {
    expect(ACTIONS.filter((action) => can('guest', action, { own: true, teaches: true }))).toEqual([
      'live.join',
      'live.answer',
    ]);
  });

  it('opens nothing that is bound to a class on the word of a student who would teach', () => {
    expect(ACTIONS.filter((action) => can('student', action, TEACHES) && !can('student', action))).toEqual([]);
  });
});
