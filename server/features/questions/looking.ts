/** What of banks and catalogues somebody finds. */
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';

export interface Looking {
  id: string;
  /** everything, whoever owns it */
  seesAll: boolean;
  /** what is of courses that they edit, and nothing else: a student has no bank of their own */
  editedOnly: boolean;
}

export function lookingOf({ id, role }: Person): Looking {
  return { id, seesAll: can(role, 'question.look'), editedOnly: !can(role, 'question.make') };
}
