/**
 * Which rule each endpoint and socket event asks, written down once more and not read off the code: a contract that opens
 * something wider would else open it in the test as well. One for each row of tests/integration/permissions.test.ts, in its order;
 * and who may read what is served by GET, which is no command.
 */
import type { Action } from '../../domain/people/permissions.ts';
import type { RequestName } from '../../domain/protocol.ts';

export type Written = 'everybody' | 'signedIn' | Action;

export const ENDPOINT_RULES: Record<string, readonly Written[]> = {
  'board.read': ['class.results'],
  'board.wrong': ['class.results'],
  'board.history': ['class.results'],
  'board.decide': ['verdict.decide'],
  'classes.create': ['class.create'],
  'classes.assign': ['class.manage'],
  'classes.settings': ['class.manage'],
  'classes.joinLink': ['class.manage'],
  'classes.membership': ['class.manage', 'user.manage'],
  'classes.extraTime': ['class.manage'],
  'classes.join': ['class.join'],
  'people.add': ['user.addStudent', 'user.addStudent', 'user.manage'],
  'people.change': ['user.change'],
  'people.resetLink': ['user.resetPassword'],
  'live.open': ['live.openForClass', 'live.open'],
  'courses.preview': ['course.edit'],
  'courses.publish': ['course.edit'],
  'drafting.read': ['question.change', 'course.edit', 'question.make'],
  'drafting.save': ['question.change', 'course.edit', 'question.make'],
  'drafting.drop': ['question.change', 'course.edit', 'question.make'],
  'bank.make': ['question.make'],
  'bank.change': ['question.change'],
  'bank.share': ['question.share'],
  'bank.copy': ['question.copy'],
  'bank.history': ['question.look'],
  'bank.preview': ['question.make'],
  'bank.try': ['question.make'],
  'bank.tried': ['question.make'],
  'importing.look': ['question.make'],
  'importing.take': ['question.make'],
  'quizzes.make': ['quiz.make'],
  'quizzes.save': ['quiz.use'],
  'quizzes.copy': ['quiz.use'],
  'quizzes.archive': ['quiz.use'],
  'quizzes.find': ['quiz.make'],
  'quizzes.lessons': ['quiz.make'],
  'regrading.offer': ['verdict.regrade', 'verdict.regrade'],
  'regrading.start': ['verdict.regrade', 'verdict.regrade'],
  'regrading.read': ['verdict.regrade'],
  'regrading.apply': ['verdict.regrade'],
  'regrading.cancel': ['verdict.regrade'],
  'regrading.failures': ['verdict.gradeAgain', 'verdict.gradeAgain'],
  'regrading.gradeAgain': ['verdict.gradeAgain', 'verdict.gradeAgain'],
  'account.name': ['signedIn'],
  'account.password': ['signedIn'],
  'account.signOut': ['signedIn'],
  'welcome.join': ['everybody'],
  'welcome.reset': ['everybody'],
  'trying.run': ['submission.create', 'course.edit'],
  'trying.read': ['submission.create'],
  'front.run': ['everybody'],
  'front.read': ['everybody'],
  'practice.lessons': ['lesson.read'],
  'practice.questions': ['lesson.read'],
  'practice.drafts': ['draft.save'],
  'practice.submissions': ['submission.create'],
  'practice.verdicts': ['submission.read'],
  'practice.hints': ['draft.save'],
};

export const EVENT_RULES: Record<RequestName, readonly Written[]> = {
  clock: ['everybody'],
  find: ['everybody'],
  join: ['everybody'],
  play: ['everybody'],
  host: ['live.host'],
  screen: ['live.screen'],
  command: ['live.host'],
  seat: ['live.host'],
  handOver: ['live.host'],
  rehearse: ['live.host'],
  correct: ['live.host'],
  again: ['live.host'],
  answer: ['everybody'],
  try: ['everybody'],
  tried: ['everybody'],
  follow: ['signedIn', 'lesson.read'],
  board: ['class.results'],
};

/** Who may read what `app/api` serves by GET, by the folder of its `route.ts`. What one may not see is not there. */
export const GET_RULES: Record<string, Written> = {
  'auth/[...nextauth]': 'everybody',
  'regrades/[id]': 'verdict.regrade',
  'scores/[id]': 'class.results',
};
