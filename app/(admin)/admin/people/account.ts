/** An account as admins see it, and how accounts are sorted. */
import type { Role } from '../../../../domain/people/permissions.ts';

export interface Account {
  id: string;
  name: string;
  login: string;
  role: Role;
  /** ISO time at which it was made */
  since: string;
  disabled: boolean;
}

export const COLUMNS = ['name', 'login', 'role', 'state', 'since'] as const;

export interface PeopleSorted {
  by: (typeof COLUMNS)[number];
  down: boolean;
}
