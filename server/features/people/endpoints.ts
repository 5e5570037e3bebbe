import { addPerson, changePerson, makeResetLink, renamePerson } from './commands.ts';
import { handBackBelongings, handOverBelongings, readBelongings } from './handing-over.ts';
import { addRoster, bringBack, lookAtRoster, undoRoster } from './roster.ts';
import { makeTickets } from './tickets.ts';

/** Accounts of others. */
export const people = {
  add: addPerson,
  /** many at once, from a list */
  lookAtRoster,
  addRoster,
  undoRoster,
  bringBack,
  tickets: makeTickets,
  rename: renamePerson,
  change: changePerson,
  resetLink: makeResetLink,
  /** what an account has made */
  belongings: readBelongings,
  handOver: handOverBelongings,
  handBack: handBackBelongings,
};
