/** An account as admins see it. */
import type { Role } from '../../../../domain/permissions.ts';

export interface Account {
  id: string;
  name: string;
  login: string;
  role: Role;
  /** ISO time at which it was made */
  since: string;
  disabled: boolean;
}
