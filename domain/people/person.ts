/** A person of the classroom, as far as anybody needs to know them. */
import type { Role } from './permissions.ts';

export interface Person {
  id: string;
  name: string;
  /** what they sign in with; lower case */
  login: string;
  role: Role;
  /** a course was given to them to edit; which one is asked of the database where it matters */
  edits?: boolean;
}
