/**
 * What a page may call, by folders: the calls of pages are made from this (`app/api/_serving/calls.ts`). Each command says
 * itself who may (`contract.ts`), and a test calls every one of them as everybody.
 */

import { changeName, changePassword, signOut } from './account/commands.ts';
import { readChoices } from './activities/choices.ts';
import { begin, release, takeBack, takeVersion, withdraw } from './activities/commands.ts';
import { giveActivity } from './activities/give.ts';
import { countSession, giveSeat, setOutside } from './activities/other.ts';
import { excuse, setOverride } from './activities/overrides.ts';
import { setPoints } from './activities/points.ts';
import { previewChange } from './activities/preview.ts';
import { decide, readHistory } from './board/commands.ts';
import { readBoard, readMisread, readWrong } from './board/queries.ts';
import { markSaid, readSaid } from './board/said.ts';
import { leaveClass, removeColleague, setAssistant } from './classes/colleagues.ts';
import {
  changeClassSettings,
  createClass,
  joinSignedIn,
  joinWithNewAccount,
  setExtraTime,
  setJoinLink,
  setMembership,
} from './classes/commands.ts';
import { acceptByLink, answerInvitation, invite, inviteByLink, takeBackInvitation } from './classes/invitations.ts';
import { archiveClass, copyClass, deleteClass, renameClass, weighClass } from './classes/life.ts';
import type { Command, PublicCommand } from './contract.ts';
import {
  previewLesson,
  proveLesson,
  publishAgain,
  publishEdited,
  readVersion,
  readVersions,
} from './courses/commands.ts';
import { decideContent, readContentFile } from './courses/content.ts';
import { duplicate } from './courses/duplicate.ts';
import {
  archive,
  changeAddress,
  describeCourse,
  makeCourse,
  makeLesson,
  makeLevel,
  move,
  rename,
  setEditor,
} from './courses/tree.ts';
import { dropDraft, readDraft, saveAuthorDraft } from './drafting/commands.ts';
import { lookAtExport, lookAtQuizExport } from './exporting/commands.ts';
import { bringIn, undoBringIn } from './grades/bring-in.ts';
import { readCell } from './grades/cell.ts';
import { fillTable, lookAtPoints } from './grades/files.ts';
import { readGrades } from './grades/read.ts';
import { setUp } from './grades/set-up.ts';
import { importQuestions, lookAtFile } from './importing/commands.ts';
import { lookAtCourse, takeCourse } from './importing/course.ts';
import {
  ask,
  change as changeMessage,
  noteRead as noteInquiryRead,
  say as sayToInquiry,
  settle as settleInquiry,
  take as takeInquiry,
  withdraw as withdrawMessage,
} from './inquiries/commands.ts';
import { openInquiry, readAsking, readInquiryCounts, readOwnInquiries, readQueue } from './inquiries/reading.ts';
import { givePractice } from './insight/practice.ts';
import { readMisreadAnswers, readMisreadMap, readPracticeFor } from './insight/queries.ts';
import { openSession } from './live/commands.ts';
import { readReplay, readReport, readReportedAnswers, readReportedQuestion } from './live/report.ts';
import { archiveMisconception, readCatalogue, saveMisconception } from './misconceptions/commands.ts';
import {
  chooseDigest,
  chooseKind,
  confirm as confirmAddress,
  countOwn,
  giveAddress,
  noteSeen,
  unsubscribe,
} from './notices/commands.ts';
import { openDraft } from './now/drafts.ts';
import { lowerHand, raiseHand } from './now/hands.ts';
import { beginHour, bringClass, endHour, pauseHour } from './now/lead.ts';
import { readNow, readOwnHours } from './now/read.ts';
import { dropSnapshot, readSnapshot, readSnapshots, takeSnapshot } from './now/snapshots.ts';
import { addPerson, changePerson, makeResetLink, renamePerson, useReset } from './people/commands.ts';
import { handBackBelongings, handOverBelongings, readBelongings } from './people/handing-over.ts';
import { addRoster, bringBack, lookAtRoster, undoRoster } from './people/roster.ts';
import { makeTickets } from './people/tickets.ts';
import { drawOtherValues, revealHint, saveDraft, submit } from './practice/commands.ts';
import { readLessonNow, readQuestion, readVerdict } from './practice/queries.ts';
import { hintAgain, readAgain, readAgainTold, setAside, submitAgain, tryAgain } from './practising/commands.ts';
import { changeQuestion, makeQuestion, proveQuestion } from './questions/commands.ts';
import { archiveQuestions, tagQuestions } from './questions/keeping.ts';
import { readMeasured } from './questions/measured.ts';
import { readQuestionHistory } from './questions/queries.ts';
import { copyQuestion, copyQuestions, shareQuestion, shareQuestions } from './questions/sharing.ts';
import { lookAtVariants, previewQuestion, readTriedState, tryQuestion } from './questions/trying.ts';
import { archiveQuiz, copyQuiz, makeQuiz, saveQuiz } from './quizzes/commands.ts';
import { findQuestions, readLessonsToAsk, suggestQuestions } from './quizzes/queries.ts';
import { shareQuiz } from './quizzes/sharing.ts';
import { sayQuizAgain } from './quizzes/versions.ts';
import { applyRegrade, cancelRegrade, startRegrade } from './regrading/commands.ts';
import { gradeAgain, readFailures } from './regrading/grade-again.ts';
import { readRegrade, readRegradeOffer } from './regrading/queries.ts';
import { change, noteRead, say, withdraw as withdrawRemark } from './remarks/commands.ts';
import { dropPhrase, keepPhrase, readPhrases } from './remarks/phrases.ts';
import { readOwnRemarks, readRemarkCounts, readRemarks, readReplies } from './remarks/reading.ts';
import { readTry, tryOut } from './trying/commands.ts';
import { readAsStranger, tryAsStranger } from './trying/front-page.ts';

/** A class at this moment: who works on what, and the hour in which it works together. */
const now = {
  read: readNow,
  begin: beginHour,
  end: endHour,
  pause: pauseHour,
  bring: bringClass,
  /** a student's own */
  own: readOwnHours,
  raise: raiseHand,
  lower: lowerHand,
  /** what somebody is typing; each opening is noted */
  draft: openDraft,
  /** answers kept as they are, to be shown side by side */
  take: takeSnapshot,
  taken: readSnapshots,
  snapshot: readSnapshot,
  drop: dropSnapshot,
};

/** The board of a class, and what one looks at from it. */
const board = {
  read: readBoard,
  wrong: readWrong,
  misread: readMisread,
  said: readSaid,
  markSaid,
  history: readHistory,
  decide,
};

const classes = {
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

/** What classes are given. */
const activities = {
  give: giveActivity,
  /** what its form chooses from */
  choices: readChoices,
  /** what another rule would change in points */
  preview: previewChange,
  version: takeVersion,
  withdraw,
  /** of anything that was given, and back */
  takeBack,
  /** shows answers and points that wait for it */
  release,
  begin,
  /** what one student has instead of the others */
  override: setOverride,
  excuse,
  points: setPoints,
  /** a column of its own */
  outside: setOutside,
  /** a live session that counts, and whose seats of guests are whose */
  session: countSession,
  seat: giveSeat,
};

/** The grade book of a class. */
const grades = {
  /** all of it, or some of its students anew */
  read: readGrades,
  /** one cell: what it is made of, and what happened with it */
  cell: readCell,
  /** what counts, and how a total is shown */
  setUp,
  /** points from a table, and Canvas's own table filled */
  lookAtPoints,
  fillTable,
  /** what was looked at is taken; and back */
  bringIn,
  undoBringIn,
};

/** Accounts of others. */
const people = {
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

/** Rooms are opened by a call; what is played goes over their sockets. How they went is read here. */
const live = {
  open: openSession,
  report: readReport,
  reportedQuestion: readReportedQuestion,
  reportedAnswers: readReportedAnswers,
  /** the wall, step by step */
  replay: readReplay,
};

/** Courses with their levels and lessons, for who arranges and writes them. */
const courses = {
  make: makeCourse,
  makeLevel,
  makeLesson,
  rename,
  describe: describeCourse,
  address: changeAddress,
  move,
  archive,
  duplicate,
  editor: setEditor,
  /** what comes from files, where it waits for somebody to decide */
  content: decideContent,
  contentFile: readContentFile,
  preview: previewLesson,
  publish: publishEdited,
  /** runs the code of what is published */
  prove: proveLesson,
  versions: readVersions,
  version: readVersion,
  publishAgain,
};

/** What authors have typed and not published. */
const drafting = { read: readDraft, save: saveAuthorDraft, drop: dropDraft };

/** Questions of a bank. */
const bank = {
  make: makeQuestion,
  change: changeQuestion,
  prove: proveQuestion,
  share: shareQuestion,
  shareAll: shareQuestions,
  copy: copyQuestion,
  copyAll: copyQuestions,
  history: readQuestionHistory,
  /** how it went in one's own classes and rooms */
  measured: readMeasured,
  tag: tagQuestions,
  archive: archiveQuestions,
  preview: previewQuestion,
  try: tryQuestion,
  /** whether all variants of a question are right */
  variants: lookAtVariants,
  tried: readTriedState,
};
/** What students may misunderstand: catalogues. */
const misconceptions = { read: readCatalogue, save: saveMisconception, archive: archiveMisconception };

/** What a class has understood. */
const insight = {
  /** misconceptions by weeks, and what was answered in one of them */
  map: readMisreadMap,
  answers: readMisreadAnswers,
  /** questions that name one, and a quiz of them for some students */
  practiceFor: readPracticeFor,
  practice: givePractice,
};

/** Files of other programs, as questions of one's own; and whole courses. */
const importing = { look: lookAtFile, lookCourse: lookAtCourse, take: importQuestions, takeCourse };

/** Questions as files for other programs; the file itself comes from `/exports`. */
const exporting = { look: lookAtExport, lookQuiz: lookAtQuizExport };

/** Quizzes of one's own, and those that were shared. */
const quizzes = {
  make: makeQuiz,
  save: saveQuiz,
  /** what an older version says, once more */
  sayAgain: sayQuizAgain,
  share: shareQuiz,
  copy: copyQuiz,
  archive: archiveQuiz,
  find: findQuestions,
  /** some questions about something, from easy to hard */
  suggest: suggestQuestions,
  lessons: readLessonsToAsk,
};

/** Grades that must be made anew. */
const regrading = {
  offer: readRegradeOffer,
  start: startRegrade,
  read: readRegrade,
  apply: applyRegrade,
  cancel: cancelRegrade,
  failures: readFailures,
  gradeAgain,
};

/** What is said in words to somebody's work. */
const remarks = {
  /** to submissions of a class, to one's own work, and what students have answered */
  of: readRemarks,
  mine: readOwnRemarks,
  counts: readRemarkCounts,
  replies: readReplies,
  say,
  change,
  withdraw: withdrawRemark,
  read: noteRead,
  /** what one says often */
  phrases: readPhrases,
  keepPhrase,
  dropPhrase,
};

/** What students ask the teachers of their class at a question. */
const inquiries = {
  /** whose teachers one may ask */
  asking: readAsking,
  ask,
  mine: readOwnInquiries,
  counts: readInquiryCounts,
  /** of a class, and one of it whole */
  queue: readQueue,
  open: openInquiry,
  say: sayToInquiry,
  settle: settleInquiry,
  take: takeInquiry,
  change: changeMessage,
  withdraw: withdrawMessage,
  read: noteInquiryRead,
};

/** What is new for oneself, what of it one is told, and by mail. */
const notices = {
  count: countOwn,
  seen: noteSeen,
  choose: chooseKind,
  digest: chooseDigest,
  address: giveAddress,
  confirm: confirmAddress,
  unsubscribe,
};

/** One's own account. */
const account = { name: changeName, password: changePassword, signOut };

/** What is tried and not handed in. */
const trying = { run: tryOut, read: readTry };

/** The exercises of the front page, for whoever comes by. */
const front = { run: tryAsStranger, read: readAsStranger };

/** For people who cannot sign in yet: join a class with a new account, choose a new password by a one-time link. */
const welcome = { join: joinWithNewAccount, reset: useReset };

/** What a lesson's page does. */
const practice = {
  /** the lesson as it is published now, with one's own work on it: for a page that was opened before */
  lessons: readLessonNow,
  /** one's own work on one question, as it stands now */
  questions: readQuestion,
  drafts: saveDraft,
  /** hand in; the verdict comes later, by the socket or by asking `verdicts` */
  submissions: submit,
  verdicts: readVerdict,
  hints: revealHint,
  /** other values for a question whose values are drawn */
  variants: drawOtherValues,
};

/** What went wrong, once more. */
const practising = {
  read: readAgain,
  submit: submitAgain,
  /** what came of an answer, and when the question comes again */
  told: readAgainTold,
  run: tryAgain,
  hint: hintAgain,
  /** not any more, and back */
  aside: setAside,
};

/** All of them, by folder and name. */
export const commands = {
  board,
  classes,
  activities,
  grades,
  people,
  live,
  courses,
  drafting,
  bank,
  exporting,
  misconceptions,
  importing,
  insight,
  quizzes,
  regrading,
  remarks,
  now,
  inquiries,
  notices,
  account,
  welcome,
  trying,
  front,
  practice,
  practising,
};

/** The same by the name under which they are called: `board.read`. */
export const endpoints: Readonly<Record<string, Command | PublicCommand>> = Object.fromEntries(
  Object.entries(commands).flatMap(([folder, inside]) =>
    Object.entries<Command | PublicCommand>(inside).map(([name, one]) => [`${folder}.${name}`, one]),
  ),
);
