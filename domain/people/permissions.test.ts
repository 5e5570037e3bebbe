/** The permission table, told a second time: a change of it must be meant. */
import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, can, type InClass, type Role } from './permissions.ts';
import { accountPolicy } from './policies/account.ts';
import { activityPolicy } from './policies/activity.ts';
import { classPolicy } from './policies/class.ts';
import { coursePolicy } from './policies/course.ts';
import { hourPolicy } from './policies/hour.ts';
import { inquiryPolicy } from './policies/inquiry.ts';
import { misconceptionPolicy } from './policies/misconception.ts';
import { picturePolicy } from './policies/picture.ts';
import { questionPolicy } from './policies/question.ts';
import { quizPolicy } from './policies/quiz.ts';
import { remarkPolicy } from './policies/remark.ts';
import { roomPolicy } from './policies/room.ts';
import { workPolicy } from './policies/work.ts';

const ROLES: Role[] = ['admin', 'teacher', 'student'];
const NOTHING = {};
const OWN = { own: true };
const OTHERS = { own: false };
const TEACHES = { teaches: true };
const ASSISTS = { assists: ['see'] } as const;

interface Meant {
  anything: Role[];
  own: Role[];
  others: Role[];
  teaches: Role[];
}

/** Who may, to a thing of which nothing is known; to what is theirs; to what is not; to what belongs to a class they teach. */
const meant: Record<Action, Meant> = {
  'lesson.read': always('admin', 'teacher', 'student'),
  'course.manage': always('admin'),
  'course.edit': always('admin'),
  'question.make': always('admin', 'teacher'),
  'question.write': always('admin', 'teacher'),
  'question.look': adminOrOwner(),
  'question.copy': adminOrOwner(),
  'question.change': adminOrOwner(),
  'question.share': adminOrOwner(),
  'question.keep': adminOrOwner(),
  'quiz.make': always('admin', 'teacher'),
  'quiz.look': onlyOwner(),
  'quiz.copy': onlyOwner(),
  'quiz.change': onlyOwner(),
  'quiz.keep': onlyOwner(),
  'misconception.keep': adminOrOwner(),
  'picture.add': always('admin', 'teacher'),
  'user.manage': always('admin'),
  'user.change': { anything: [], own: [], others: ['admin'], teaches: [] },
  'user.addStudent': adminOrTeacher(),
  'user.ofClass': adminOrTeacher(),
  'class.create': always('admin', 'teacher'),
  'class.join': always('student'),
  'class.manage': adminOrClass(),
  'class.people': adminOrTeacher(),
  'class.results': seenInClass(),
  'activity.begin': { anything: [], own: ['student'], others: [], teaches: [] },
  'draft.save': always('admin', 'teacher', 'student'),
  // the student's page names who can: nobody else may, whoever they are
  'draft.see': { anything: [], own: [], others: [], teaches: ['admin', 'teacher'] },
  'submission.create': always('admin', 'teacher', 'student'),
  'submission.read': seenInClass(),
  'remark.read': seenInClass(),
  'remark.say': seenInClass(),
  'remark.change': { anything: [], own: ['admin', 'teacher', 'student'], others: [], teaches: [] },
  'hour.watch': seenInClass(),
  'hour.lead': adminOrClass(),
  'hand.raise': always('admin', 'teacher', 'student'),
  'hand.lower': seenInClass(),
  'inquiry.ask': { anything: [], own: ['student'], others: [], teaches: [] },
  'inquiry.read': seenInClass(),
  'inquiry.say': seenInClass(),
  'inquiry.change': { anything: [], own: ['admin', 'teacher', 'student'], others: [], teaches: [] },
  'result.change': adminOrTeacher(),
  'verdict.decide': adminOrTeacher(),
  'verdict.regrade': adminOrClass(),
  'verdict.gradeAgain': adminOrClass(),
  'live.open': always('admin', 'teacher'),
  'live.openForClass': adminOrClass(),
  'live.host': adminOrClass(),
  'live.screen': adminOrClass(),
  'live.report': {
    anything: ['admin'],
    own: ['admin', 'teacher', 'student'],
    others: ['admin'],
    teaches: ['admin', 'teacher'],
  },
};

function always(...roles: Role[]): Meant {
  return { anything: roles, own: roles, others: roles, teaches: roles };
}
function adminOrClass(): Meant {
  const both: Role[] = ['admin', 'teacher'];
  return { anything: ['admin'], own: both, others: ['admin'], teaches: both };
}
function adminOrTeacher(): Meant {
  return { anything: ['admin'], own: ['admin'], others: ['admin'], teaches: ['admin', 'teacher'] };
}
function seenInClass(): Meant {
  const both: Role[] = ['admin', 'teacher'];
  return { anything: ['admin'], own: [...both, 'student'], others: ['admin'], teaches: both };
}
function adminOrOwner(): Meant {
  return { anything: ['admin'], own: ['admin', 'teacher'], others: ['admin'], teaches: ['admin'] };
}

function onlyOwner(): Meant {
  return { anything: [], own: ['admin', 'teacher'], others: [], teaches: [] };
}

/** To what was shared with them, and how far; an admin may do all to questions, and to quizzes what others may. */
const SHARED = {
  look: ['question.look', 'quiz.look'],
  copy: ['question.look', 'question.copy', 'quiz.look', 'quiz.copy'],
  edit: ['question.look', 'question.copy', 'question.change', 'quiz.look', 'quiz.copy', 'quiz.change'],
} as const;

/** What everybody at the desk of a class may, beside seeing its work. */
const DESK = ['inquiry.read', 'inquiry.say', 'hour.watch', 'hand.lower', 'live.report'] as const;

describe('the permission table', () => {
  it('has each action in one policy only: of two the second would win unseen', () => {
    const work = [classPolicy, activityPolicy, workPolicy, remarkPolicy, inquiryPolicy, hourPolicy, roomPolicy];
    const policies = [
      coursePolicy,
      questionPolicy,
      quizPolicy,
      misconceptionPolicy,
      picturePolicy,
      accountPolicy,
      ...work,
    ];
    expect(policies.flatMap((policy) => Object.keys(policy)).toSorted()).toEqual(ACTIONS.toSorted());
  });
  it.each(ACTIONS)('opens %s to whom it is meant for, and to nobody else', (action) => {
    const who = (relation: object): Role[] => ROLES.filter((role) => can(role, action, relation));
    expect(who(NOTHING)).toEqual(meant[action].anything);
    expect(who(OWN)).toEqual(meant[action].own);
    expect(who(OTHERS)).toEqual(meant[action].others);
    expect(who(TEACHES)).toEqual(meant[action].teaches);
  });

  it('opens to a teacher what was shared, as far as it was shared, and nothing of it to a student', () => {
    for (const [shared, opened] of Object.entries(SHARED)) {
      const newly = (role: Role): Action[] =>
        ACTIONS.filter((action) => can(role, action, { shared } as object) && !can(role, action));
      expect(newly('teacher')).toEqual(opened);
      expect(newly('student')).toEqual([]);
      expect(newly('admin')).toEqual(opened.filter((action) => action.startsWith('quiz.')));
    }
  });

  it('opens to whoever edits a course what belongs to it, and nothing else', () => {
    const newly = (role: Role): Action[] =>
      ACTIONS.filter((action) => can(role, action, { edits: true }) && !can(role, action));
    expect(newly('teacher')).toEqual(['course.edit']);
    expect(newly('student')).toEqual([
      'course.edit',
      'question.write',
      'question.look',
      'question.change',
      'question.keep',
      'misconception.keep',
      'picture.add',
    ]);
    expect(newly('admin')).toEqual([]);
  });

  it('opens to an assistant of a class what may be seen of it, and the rest as far as it was allowed, whatever their account is', () => {
    const newly = (role: Role, ...assists: InClass[]): Action[] =>
      ACTIONS.filter((action) => can(role, action, { assists }) && !can(role, action));
    for (const role of ['teacher', 'student'] as const) {
      expect(newly(role, ...ASSISTS.assists)).toEqual([
        ...['class.results', 'submission.read', 'remark.read', 'remark.say', ...DESK],
      ]);
      expect(newly(role, 'see', 'grade')).toEqual([
        ...['class.results', 'result.change', 'submission.read', 'verdict.decide'],
        ...['remark.read', 'remark.say', ...DESK],
      ]);
      expect(newly(role, 'see', 'people')).toEqual([
        ...['user.addStudent', 'user.ofClass', 'class.people', 'class.results', 'submission.read'],
        ...['remark.read', 'remark.say', ...DESK],
      ]);
    }
    for (const role of ['teacher', 'student'] as const) expect(newly(role, 'drafts')).toEqual(['draft.see']);
    expect(newly('admin', 'see', 'grade', 'people', 'drafts')).toEqual(['draft.see']);
  });

  it('opens nothing that is bound to a class on the word of a student who would teach', () => {
    expect(ACTIONS.filter((action) => can('student', action, TEACHES) && !can('student', action))).toEqual([]);
  });
});
