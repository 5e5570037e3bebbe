/**
 * Who may do what: one table, read by every page, action, endpoint and socket message.
 *
 * A rule says for whom an action is open:
 * - `yes`     always
 * - `own`     on what is theirs: their submission, the session they host, their own account
 * - `class`   on what belongs to a class they teach (or is theirs)
 * - `no`      never
 */
export type Role = 'admin' | 'teacher' | 'student';
export type Viewer = Role | 'guest';
type Rule = 'yes' | 'own' | 'class' | 'no';

const table = {
  //                       admin          teacher         student        guest
  'lesson.read': row('yes', 'yes', 'yes', 'no'),
  'lesson.solutions': row('yes', 'yes', 'no', 'no'),
  'course.edit': row('yes', 'no', 'no', 'no'),
  'user.manage': row('yes', 'no', 'no', 'no'),
  'user.resetPassword': row('yes', 'class', 'no', 'no'),
  'class.create': row('yes', 'yes', 'no', 'no'),
  'class.join': row('no', 'no', 'yes', 'no'),
  'class.manage': row('yes', 'class', 'no', 'no'),
  'class.results': row('yes', 'class', 'no', 'no'),
  'draft.save': row('own', 'own', 'own', 'no'),
  'submission.create': row('own', 'own', 'own', 'no'),
  'submission.read': row('yes', 'class', 'own', 'no'),
  'verdict.decide': row('yes', 'class', 'no', 'no'),
  'verdict.regrade': row('yes', 'class', 'no', 'no'),
  'verdict.regradeAll': row('yes', 'no', 'no', 'no'),
  'verdict.gradeAgain': row('yes', 'class', 'no', 'no'),
  'verdict.gradeAllAgain': row('yes', 'no', 'no', 'no'),
  'live.open': row('yes', 'yes', 'no', 'no'),
  'live.host': row('yes', 'class', 'no', 'no'),
  'live.screen': row('yes', 'class', 'no', 'no'),
  'live.report': row('yes', 'class', 'no', 'no'),
  'live.join': row('yes', 'yes', 'yes', 'yes'),
  'live.answer': row('own', 'own', 'own', 'own'),
} as const satisfies Record<string, Record<Viewer, Rule>>;

export type Action = keyof typeof table;
export const ACTIONS = Object.keys(table) as Action[];

/** How the viewer stands to the thing acted on. */
export interface Relation {
  own?: boolean;
  /** teaches a class that the thing belongs to */
  teaches?: boolean;
}

/** May this viewer do that, to a thing that stands to them like this? */
export function can(viewer: Viewer, action: Action, relation: Relation = {}): boolean {
  const rule: Rule = table[action][viewer];
  if (rule === 'yes') return true;
  if (rule === 'own') return relation.own === true;
  if (rule === 'class') return relation.teaches === true || relation.own === true;
  return false;
}

function row<A extends Rule, T extends Rule, S extends Rule, G extends Rule>(
  admin: A,
  teacher: T,
  student: S,
  guest: G,
) {
  return { admin, teacher, student, guest };
}
