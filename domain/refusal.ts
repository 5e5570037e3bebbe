/**
 * Every reason for which a command is refused, in one place. Refusals are values, expected and shown to the person;
 * their words stand in `messages/en/refusals.json` or `rare-refusals.json` under the same code.
 */
import { NewerDocument } from './documents/format.ts';

export const REFUSALS = [
  'notAllowed', // the permission table says no
  'notSignedIn', // nobody is signed in, or the sign-in has ended
  'notFound', // there is no such thing, or not for this person
  'badInput', // it does not fit its schema
  'tooMany', // throttled: try again in a moment
  'accountClosed', // disabled by an admin; told to who knows the password
  'samePassword', // the new one is the old one
  'mailNotTaken', // the mail server did not take a mail for this address
  'noMails', // the school has set no mail server up
  'notYourPassword', // of somebody who is signed in and has to show it again
  'wrongPassword', // name or password is wrong (never says which)
  'loginTaken', // somebody signs in with this name already
  'codeTaken', // a catalogue has this id already
  'lastTeacher', // a class keeps somebody who teaches it
  'linkUsed', // a one-time link that has been used or has expired
  // names of people and accounts
  'nameEmpty', // neither a letter nor a digit
  'nameLong', // more than 100 signs
  'nameUnseen', // signs that nobody can see, or that turn the line round
  'nameMarks', // more marks on a letter than any script writes
  'nameScripts', // a word of letters of several scripts that look alike
  'loginSigns', // not 2 to 80 of what a sign-in name is made of
  'loginScripts', // letters or digits of several scripts
  'noAttemptsLeft', // all attempts at this question are spent
  // an answer that is tried and not handed in
  'nothingToRun', // only code is run
  'tryGone', // the result was read, a newer try took its place, or the server was started anew
  'tryLate', // those who hand in go first, and it took too long
  'tryFull', // too many strangers try at the moment
  'valuesStay', // what is drawn stays: nothing is drawn here, or attempts are counted
  'askedLive', // a room where this person plays is asking it, and has not shown its key yet
  'questionChanged', // the lesson asks another question by now than the one that was answered
  'questionGone', // the lesson does not ask this question any more
  'wrongAccount', // it was written under another account than the one that is signed in now
  'lessonNotWritten', // a place without a published version
  'replaced', // a newer preview of the same person took its place
  'treeRefused', // something in the tree of courses; which of TREE_REFUSALS says the field (domain/courses/refusals.ts)
  'lessonBroken', // a lesson or question that does not compile cannot be published
  'checksFail', // nor one that compiles and is wrong: its key, its solution, its links
  'pictureRefused', // a file that is put in; which of PICTURE_REFUSALS says the field
  // a question of a bank
  'changedMeanwhile', // somebody has made a newer version than the one that was changed here
  'nothingToAsk', // a lesson without checks has no quiz, and a quiz that asks nothing is not given
  // what a class is given
  'notOpenYet', // it opens later, or has a time limit and its student has not begun: nothing of it is told
  'noHour', // the class does not work together at the moment: it was ended, perhaps by somebody else
  'nothingTyped', // none of them has anything that could be shown
  'activityClosed', // nothing is taken any more: it is closed, or the time is up
  'seatTwice', // a guest's seat is given to nobody who sat in that room as themselves
  'seatTheirs', // nor is one taken from who did
  'pointsChanged', // points are not what they were when the lines of a table were shown
  // regrades, and what the grader failed on
  'nothingToRegrade', // nothing in this set would be graded otherwise than it was
  'regradeOpen', // there is one for this lesson and class already, neither applied nor cancelled
  'regradeRunning', // the pool has not graded all of it yet
  'regradeEnded', // it was applied or cancelled already
  'regradeOutdated', // what it would change has been changed by another one, or is being graded again
  'decidedMeanwhile', // the verdict that was looked at does not count any more
  'notFailed', // only what the grader failed on is graded again
  // the live room
  'noSuchRoom', // no open session with this code
  'wrongCodes', // too many codes that opened no room came from here: the room's link still opens it
  'roomLocked', // the host has locked the room
  'roomEnded', // the session is over
  'nicknameTaken', // as it looks, not as it is spelt
  'nicknameLength', // not of 2 to 20 letters
  'nicknameSigns', // signs that have no place in a nickname
  'nicknameRefused', // not fit for the screen
  'noSuchColleague', // rooms are given to, and questions shared with, teachers and admins only
  'nothingToCorrect', // the session plays the published version of its lesson already
  'otherQuestions', // the corrected lesson asks for other answers than those that were given
  'removed', // the host has removed this player
  'notNow', // the command does not fit the phase
  'tooSoon', // a host's press just after a phase began: it was meant for the one before
  'wrongRound', // the answer is for another question than the one being asked
  'tooLate', // stamped after the deadline
  'unreadable', // an answer in which something cannot be read: it can be corrected and sent again
  'twoReadings', // an answer that can be meant in two ways: its player is asked which
  'alreadyAnswered', // with speed, the first answer counts
  'storedLater', // a later version of Nabla stored it, and this one was started again: nothing is guessed
  'unavailable', // our fault: logged, and worth trying again
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export interface Refused {
  ok: false;
  refused: RefusalCode;
  /** the field it is about, where it is about one */
  field?: string;
  /** of a fault of ours: the number under which the log tells what happened */
  fault?: string;
}
export type Outcome<T> = ({ ok: true } & T) | Refused;

/** What is said where something failed: of a document of a later version what to do, else that it is our fault. */
export function refusalOfFault(error: unknown, fault: string): Refused {
  return { ...refuse(error instanceof NewerDocument ? 'storedLater' : 'unavailable'), fault };
}

export function refuse(code: RefusalCode, field?: string): Refused {
  return field === undefined ? { ok: false, refused: code } : { ok: false, refused: code, field };
}

/** What the words of a refusal are filled in with. */
export function inWords({ field, fault }: Pick<Refused, 'field' | 'fault'> = {}): { field: string; fault: string } {
  return { field: field ?? 'none', fault: fault ?? 'none' };
}
