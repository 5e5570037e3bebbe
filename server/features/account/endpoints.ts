import { changeName, changePassword, signOut } from './commands.ts';

/** One's own account. */
export const account = { name: changeName, password: changePassword, signOut };
