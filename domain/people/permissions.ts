/**
 * Who may do what: the policies of all entities as one table, read by every page, command and socket message before they act.
 * Somebody who is not signed in may do what a contract opens to `everybody` (`server/features/contract.ts`), and nothing that
 * stands here.
 */
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
import {
  type Bound,
  IN_CLASS,
  type InClass,
  type Policy,
  type Role,
  type Rule,
  SHARES,
  type Share,
} from './policies/rule.ts';
import { workPolicy } from './policies/work.ts';

export type { InClass, Role, Share } from './policies/rule.ts';

const table = {
  ...coursePolicy,
  ...questionPolicy,
  ...quizPolicy,
  ...misconceptionPolicy,
  ...picturePolicy,
  ...accountPolicy,
  ...classPolicy,
  ...activityPolicy,
  ...workPolicy,
  ...remarkPolicy,
  ...inquiryPolicy,
  ...hourPolicy,
  ...roomPolicy,
} satisfies Policy;

export type Action = keyof typeof table;
export const ACTIONS = Object.keys(table) as Action[];

/** An action that is open to somebody only on what stands to them in some way: who asks for it has to find out how. */
export type BoundAction = {
  [A in Action]: [Extract<(typeof table)[A][Role], Bound>] extends [never] ? never : A;
}[Action];
/** An action that a role alone decides. */
export type FreeAction = Exclude<Action, BoundAction>;

/** How somebody stands to the thing acted on. */
export interface Relation {
  own?: boolean;
  /** teaches a class that the thing belongs to */
  teaches?: boolean;
  /** what they may do as an assistant of a class that the thing belongs to */
  assists?: readonly InClass[];
  /** edits the course that the thing belongs to */
  edits?: boolean;
  /** how far it was shared with them */
  shared?: Share | undefined;
}

/** May somebody of this role do that, to a thing that stands to them like this? */
export function can(role: Role, action: Action, relation: Relation = {}): boolean {
  const rule: Rule = table[action][role];
  if (rule === 'yes') return true;
  if (rule === 'own') return relation.own === true;
  if (rule === 'others') return relation.own === false;
  if (rule === 'class') return relation.teaches === true || relation.own === true;
  if (rule === 'course') return relation.edits === true;
  if (rule === 'no') return false;
  if (isInClass(rule)) return mayInClass(role, rule, relation);
  return relation.own === true || SHARES.indexOf(rule) <= sharedUpTo(relation);
}

const isInClass = (rule: Rule): rule is InClass => IN_CLASS.some((one) => one === rule);

/** A class is taught by who may have classes: a role that was taken away takes its classes along. */
function mayInClass(role: Role, rule: InClass, { teaches, own, assists = [] }: Relation): boolean {
  return (rule === 'see' && own === true) || (teaches === true && role !== 'student') || assists.includes(rule);
}

function sharedUpTo({ shared }: Relation): number {
  return shared === undefined ? -1 : SHARES.indexOf(shared);
}
