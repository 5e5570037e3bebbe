import { leaveClass, removeColleague, setAssistant } from './colleagues.ts';
import {
  changeClassSettings,
  createClass,
  joinSignedIn,
  setExtraTime,
  setJoinLink,
  setMembership,
} from './commands.ts';
import { acceptByLink, answerInvitation, invite, inviteByLink, takeBackInvitation } from './invitations.ts';
import { archiveClass, copyClass, deleteClass, renameClass, weighClass } from './life.ts';

export const classes = {
  create: createClass,
  rename: renameClass,
  archive: archiveClass,
  copy: copyClass,
  weigh: weighClass,
  delete: deleteClass,
  /** who has an account is asked, and answers */
  invite,
  inviteByLink,
  takeBackInvitation,
  answerInvitation,
  acceptByLink,
  /** who teaches and assists */
  assistant: setAssistant,
  removeColleague,
  leave: leaveClass,
  joinLink: setJoinLink,
  settings: changeClassSettings,
  membership: setMembership,
  extraTime: setExtraTime,
  join: joinSignedIn,
};
