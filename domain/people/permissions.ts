/**
 * Who may do what: the policies of all entities as one table, read by every page, command and socket message before they act.
 * Somebody who is not signed in may do what a contract opens to `everybody` (`server/features/contract.ts`), and nothing that
 * stands here.
 */
import { accountPolicy } from './policies/account.ts';
import { activityPolicy } from './policies/activity.ts';
import { classPolicy } from './policies/class.ts';
import { coursePolicy } from './policies/course.ts';
import { misconceptionPolicy } from './policies/misconception.ts';
import { picturePolicy } from './policies/picture.ts';
import { questionPolicy } from './policies/question.ts';
import { quizPolicy } from './policies/quiz.ts';
import { roomPolicy } from './policies/room.ts';
import { type Bound, type Policy, type Role, type Rule, SHARES, type Share } from './policies/rule.ts';
import { workPolicy } from './policies/work.ts';

export type { Role, Share } from './policies/rule.ts';

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
  if (rule === 'no') return false;
  return relation.own === true || SHARES.indexOf(rule) <= sharedUpTo(relation);
}

function sharedUpTo({ shared }: Relation): number {
  return shared === undefined ? -1 : SHARES.indexOf(shared);
}
