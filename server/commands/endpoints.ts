/**
 * What a page may call, by its address below `/api/`. Each command says itself who may
 * (`contract.ts`), and a test calls every one of them as everybody.
 */
import { changeName, changePassword, signOut } from './account.ts';
import { decide, readHistory } from './board.ts';
import {
  assign,
  changeClassSettings,
  createClass,
  joinSignedIn,
  joinWithNewAccount,
  setExtraTime,
  setJoinLink,
  setMembership,
} from './classes.ts';
import type { Command, PublicCommand } from './contract.ts';
import { previewLesson, publishEdited } from './edit-lesson.ts';
import { readAsStranger, tryAsStranger } from './front-page.ts';
import { gradeAgain, readFailures } from './grade-again.ts';
import { openSession } from './live-session.ts';
import { addPerson, changePerson, makeResetLink, useReset } from './people.ts';
import { revealHint, saveDraft, submit } from './practice.ts';
import { readBoard, readWrong } from './read-board.ts';
import { readLessonNow, readQuestion, readVerdict } from './read-practice.ts';
import { readRegrade, readRegradeOffer } from './read-regrade.ts';
import { applyRegrade, cancelRegrade, startRegrade } from './regrade.ts';
import { readTry, tryOut } from './try-out.ts';

/** What teachers and admins do. */
export const desk = {
  board: readBoard,
  wrong: readWrong,
  history: readHistory,
  decide,
  createClass,
  assign,
  joinLink: setJoinLink,
  classSettings: changeClassSettings,
  membership: setMembership,
  extraTime: setExtraTime,
  joinClass: joinSignedIn,
  addPerson,
  changePerson,
  resetLink: makeResetLink,
  openLive: openSession,
  previewLesson,
  publishLesson: publishEdited,
};

/** Grades that must be made anew. */
export const regrading = {
  offer: readRegradeOffer,
  start: startRegrade,
  read: readRegrade,
  apply: applyRegrade,
  cancel: cancelRegrade,
  failures: readFailures,
  gradeAgain,
};

/** One's own account. */
export const account = { name: changeName, password: changePassword, signOut };

/** What is tried and not handed in. */
export const trying = { run: tryOut, read: readTry };

/** The exercises of the front page, for whoever comes by. */
export const front = { run: tryAsStranger, read: readAsStranger };

/** For people who cannot sign in yet: join a class with a new account, choose a new password by a one-time link. */
export const welcome = { join: joinWithNewAccount, reset: useReset };

/** What a lesson's page does. */
export const practice = {
  /** the lesson as it is published now, with one's own work on it: for a page that was opened before */
  lessons: readLessonNow,
  /** one's own work on one question, as it stands now */
  questions: readQuestion,
  drafts: saveDraft,
  /** hand in; the verdict comes later, by the socket or by asking `verdicts` */
  submissions: submit,
  verdicts: readVerdict,
  hints: revealHint,
};

/** All of them. */
export const endpoints: Readonly<Record<string, Command | PublicCommand>> = {
  ...below('desk', desk),
  ...below('regrading', regrading),
  ...below('account', account),
  ...below('welcome', welcome),
  ...below('trying', trying),
  ...below('front', front),
  ...practice,
};

function below<C>(folder: string, commands: Record<string, C>): Record<string, C> {
  return Object.fromEntries(Object.entries(commands).map(([name, one]) => [`${folder}/${name}`, one]));
}
