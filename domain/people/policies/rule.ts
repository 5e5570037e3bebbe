/** The rules of a policy: for whom an action is open. Each entity has its own policy beside this file. */

export type Role = 'admin' | 'teacher' | 'student';
/** Open on what stands to somebody in some way. */
export type Bound = 'own' | 'others' | 'class' | InClass | 'course' | Share;
/** Open in a class to who teaches it, and to who assists in it as far as that was allowed, whatever the role of their account is. */
export const IN_CLASS = ['see', 'grade', 'people', 'drafts'] as const;
export type InClass = (typeof IN_CLASS)[number];
/** What sharing opens, each with those before it. */
export const SHARES = ['look', 'copy', 'edit'] as const;
export type Share = (typeof SHARES)[number];
/**
 * - `yes`     always
 * - `own`     on what is theirs: their submission, the session they host
 * - `others`  on what is not theirs: everybody's account but their own
 * - `class`   on what belongs to a class they teach (or is theirs); what belongs to all classes is nobody's to teach
 * - `see`     on what belongs to a class they teach or assist in (or is theirs)
 * - `grade`, `people`, `drafts`  on what belongs to a class they teach, or assist in with that right
 * - `course`  on what belongs to a course that was given to them to edit, whatever their role is
 * - `look`, `copy`, `edit`  on what is theirs, or was shared with them as far as that
 * - `no`      never
 */
export type Rule = 'yes' | Bound | 'no';
/** What may be done to an entity, and by whom. */
export type Policy = Readonly<Record<string, Readonly<Record<Role, Rule>>>>;

/** One action: for admins, teachers, students. */
export function row<A extends Rule, T extends Rule, S extends Rule>(admin: A, teacher: T, student: S) {
  return { admin, teacher, student };
}
