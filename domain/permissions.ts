/**
 * Who may do what: one table, read by every page, command and socket message before they act. Somebody who is not signed
 * in may do what a contract opens to `everybody` (`server/commands/contract.ts`), and nothing that stands here.
 *
 * A rule says for whom an action is open:
 * - `yes`     always
 * - `own`     on what is theirs: their submission, the session they host
 * - `others`  on what is not theirs: everybody's account but their own
 * - `class`   on what belongs to a class they teach (or is theirs); what belongs to all classes is nobody's to teach
 * - `no`      never
 */
export type Role = 'admin' | 'teacher' | 'student';
type Bound = 'own' | 'others' | 'class';
type Rule = 'yes' | Bound | 'no';

const table = {
  //                          admin     teacher  student
  'lesson.read': row('yes', 'yes', 'yes'),
  'course.edit': row('yes', 'no', 'no'),
  'user.manage': row('yes', 'no', 'no'),
  'user.change': row('others', 'no', 'no'),
  'user.addStudent': row('yes', 'class', 'no'),
  'user.resetPassword': row('yes', 'class', 'no'),
  'class.create': row('yes', 'yes', 'no'),
  'class.join': row('no', 'no', 'yes'),
  'class.manage': row('yes', 'class', 'no'),
  'class.results': row('yes', 'class', 'no'),
  // one's own: nobody can name the draft or the submission of another
  'draft.save': row('yes', 'yes', 'yes'),
  'submission.create': row('yes', 'yes', 'yes'),
  'submission.read': row('yes', 'class', 'own'),
  'verdict.decide': row('yes', 'class', 'no'),
  'verdict.regrade': row('yes', 'class', 'no'),
  'verdict.gradeAgain': row('yes', 'class', 'no'),
  'live.open': row('yes', 'yes', 'no'),
  'live.openForClass': row('yes', 'class', 'no'),
  'live.host': row('yes', 'class', 'no'),
  'live.screen': row('yes', 'class', 'no'),
} as const satisfies Record<string, Record<Role, Rule>>;

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
}

/** May somebody of this role do that, to a thing that stands to them like this? */
export function can(role: Role, action: Action, relation: Relation = {}): boolean {
  const rule: Rule = table[action][role];
  if (rule === 'yes') return true;
  if (rule === 'own') return relation.own === true;
  if (rule === 'others') return relation.own === false;
  if (rule === 'class') return relation.teaches === true || relation.own === true;
  return false;
}

function row<A extends Rule, T extends Rule, S extends Rule>(admin: A, teacher: T, student: S) {
  return { admin, teacher, student };
}
