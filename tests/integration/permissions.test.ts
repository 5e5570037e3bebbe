/**
 * Every endpoint, every socket event and everything that is served by GET, tried as everybody against a running server: refused
 * exactly where the permission table says so, never a fault of ours, and nothing is written for who was refused. One that has no
 * row here fails.
 */

import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { notify } from '../../db/notify.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Role } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import type { RequestName } from '../../domain/protocol.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { setOutside } from '../../server/features/activities/other.ts';
import { setPoints } from '../../server/features/activities/points.ts';
import { type Allow, ruleFor } from '../../server/features/contract.ts';
import { endpoints } from '../../server/features/endpoints.ts';
import { submit } from '../../server/features/practice/commands.ts';
import { handlers } from '../../server/sockets/handlers.ts';
import {
  accountOf,
  ask,
  BANKED,
  cast,
  EVERYBODY,
  everythingStored,
  get,
  known,
  may,
  post,
  QUESTION,
  ROLES,
  raise,
  sockets,
  strike,
  type Thing,
  type Who,
} from '../support/everybody.ts';
import { ENDPOINT_RULES, EVENT_RULES, GET_RULES, type Written } from '../support/written-rules.ts';

type Row = readonly [of: Thing, input: (who: Who) => object];

beforeAll(raise);
afterAll(strike);

let made = 0;

const ofClass = () => ({ classId: cast.classId });
const ofActivity = () => ({ classId: cast.classId, activityId: known.activity });
/** A table of names and points, in base64. */
const TABLE = Buffer.from('Name,Points\nAda,3\n').toString('base64');
const inquiry = () => ({ inquiry: known.inquiry });
const AS_OTHERS = { until: null, excused: false, timeFactor: null, more: 0, waived: false, reason: '' };
const ofLesson = () => ({ classId: cast.classId, lessonId: cast.lessonId });
const ofQuestion = () => ({ lessonId: cast.lessonId, questionId: QUESTION });
const ofPractised = () => ({ question: known.banked, versionId: randomUUID(), hints: 0 });
const account = (role: Role) => ({ name: 'N', login: `permission-${++made}`, role });
const fromList = () => ({ name: 'N', fullName: null, sortName: 'N', login: `listed-${++made}`, as: 'new' });
/** A list of people, as it is sent. */
const LIST = Buffer.from('Ada Lovelace').toString('base64');
const source = '---\ntitle: A title\ndescription: A sentence.\n---\n\nText.\n';
const ofOwnLesson = () => ({ lessonId: known.lesson, source });
const ofStudents = () => ({ ...ofLesson(), questionId: QUESTION });
const regrade = () => ({ regrade: known.regrade });
const session = () => ({ session: known.session });
const banked = () => ({ questionId: known.banked });
const quiz = () => ({ quizId: known.quiz });
const ENTRY = { name: 'Sums', words: 'You summed.' };
/** A file of another program, with one question. */
const FILE = Buffer.from('Is it? {T}').toString('base64');

/** A draft of each thing that has some; `as` whoever sends it. */
const draftRows = (more: object): readonly Row[] => {
  const as = (who: Who) => accountOf(who)?.id ?? randomUUID();
  return [
    ['banked', (who) => ({ thing: { of: 'question', ...banked() }, as: as(who), ...more })],
    ['course', (who) => ({ thing: { of: 'lesson', lessonId: known.lesson }, as: as(who), ...more })],
    ['course', (who) => ({ thing: { of: 'new', newId: randomUUID() }, as: as(who), ...more })],
  ];
};

/** The same to a course, a level and a lesson of it. */
const ofEach = (more: () => object): readonly Row[] =>
  (['course', 'level', 'lesson'] as const).map((of) => ['course', () => ({ thing: { of, id: known[of] }, ...more() })]);

/** What is sent to each endpoint: one or more valid inputs, with what they are about. */
const ENDPOINTS: Record<string, readonly Row[]> = {
  'board.read': [['class', ofLesson]],
  'board.wrong': [['class', () => ({ ...ofLesson(), questionId: QUESTION })]],
  'board.misread': [['class', ofLesson]],
  'board.said': [['class', () => ({ ...ofLesson(), questionId: QUESTION })]],
  'board.markSaid': [
    [
      'class',
      () => ({
        ...ofLesson(),
        questionId: QUESTION,
        order: { type: 'hideSaid', round: 0, key: cast.student.id, hidden: true },
      }),
    ],
  ],
  'board.history': [['class', () => ({ ...ofLesson(), userId: cast.student.id, questionId: QUESTION })]],
  'board.decide': [['student', () => ({ submission: known.submission, points: 1 })]],
  'classes.create': [['everything', () => ({ name: 'New', courseId: cast.courseId })]],
  'classes.rename': [['class', () => ({ ...ofClass(), name: 'Renamed' })]],
  'classes.archive': [['class', () => ({ ...ofClass(), archived: false })]],
  'classes.copy': [['class', () => ({ ...ofClass(), name: 'A copy', activities: true, days: 365 })]],
  'classes.weigh': [['class', ofClass]],
  // it is in use, and not called so
  'classes.delete': [['class', () => ({ ...ofClass(), name: 'Not its name' })]],
  'classes.invite': [
    ['class', () => ({ ...ofClass(), login: 'cast-stranger', as: 'student' })],
    ['class', () => ({ ...ofClass(), login: 'cast-colleague', as: 'teacher' })],
    ['class', () => ({ ...ofClass(), login: 'cast-stranger', as: 'assistant' })],
  ],
  'classes.inviteByLink': [['class', () => ({ ...ofClass(), as: 'assistant' })]],
  'classes.takeBackInvitation': [['class', () => ({ invitationId: known.invitation })]],
  'classes.answerInvitation': [['everything', () => ({ invitationId: randomUUID(), accept: true })]],
  'classes.acceptByLink': [['everything', () => ({ token: 'of-nothing' })]],
  'classes.assistant': [
    ['class', () => ({ ...ofClass(), userId: randomUUID(), mayGrade: true, mayPeople: true, mayDrafts: true })],
  ],
  'classes.removeColleague': [['class', () => ({ ...ofClass(), userId: randomUUID() })]],
  'classes.leave': [['everything', () => ({ classId: randomUUID() })]],
  'classes.settings': [['class', () => ({ ...ofClass(), showNames: false })]],
  'classes.joinLink': [['class', () => ({ ...ofClass(), open: false })]],
  'classes.membership': [
    ['class', () => ({ ...ofClass(), userId: randomUUID(), member: false })],
    ['class', () => ({ ...ofClass(), userId: cast.student.id, member: true })],
  ],
  'classes.extraTime': [['class', () => ({ ...ofClass(), userId: cast.student.id, timeFactor: 1.5 })]],
  'classes.join': [['everything', () => ({ token: known.token })]],
  'activities.give': [['class', () => ({ ...ofLesson(), ...USUAL_SETTINGS })]],
  'activities.choices': [['class', () => ofLesson()]],
  'activities.preview': [['class', () => ofLesson()]],
  'activities.takeBack': [['class', () => ({ ...ofActivity(), withdrawn: false })]],
  'activities.release': [['class', () => ({ ...ofActivity(), released: false })]],
  'activities.override': [['class', () => ({ ...ofActivity(), userId: cast.student.id, ...AS_OTHERS })]],
  'activities.excuse': [['class', () => ({ ...ofActivity(), userId: cast.student.id, excused: false })]],
  'activities.points': [['class', () => ({ ...ofActivity(), points: [{ userId: cast.student.id, points: null }] })]],
  'activities.outside': [['class', () => ({ ...ofClass(), title: 'Oral', maxPoints: 5, dueAt: null })]],
  'activities.session': [['class', () => ({ ...ofClass(), sessionId: randomUUID(), by: 'there', maxPoints: 1 })]],
  'activities.seat': [
    ['class', () => ({ ...ofClass(), sessionId: randomUUID(), playerId: randomUUID(), userId: null })],
  ],
  'activities.version': [['class', () => ({ ...ofClass(), lessonId: randomUUID(), number: 1 })]],
  'activities.withdraw': [['class', () => ({ ...ofClass(), lessonId: randomUUID() })]],
  'activities.begin': [['activity', () => ({ activityId: known.activity })]],
  'grades.read': [['class', () => ofClass()]],
  'grades.cell': [['class', () => ({ ...ofActivity(), userId: cast.student.id })]],
  'grades.lookAtPoints': [['class', () => ({ ...ofClass(), file: TABLE, column: null, activityId: null })]],
  'grades.fillTable': [['class', () => ({ ...ofClass(), file: TABLE })]],
  'grades.bringIn': [
    [
      'class',
      () => ({
        ...ofClass(),
        into: { activityId: randomUUID() },
        lines: [{ userId: cast.student.id, points: 1, before: null }],
      }),
    ],
    [
      'class',
      () => ({
        ...ofClass(),
        into: { title: 'Oral', maxPoints: 5, dueAt: null },
        lines: [{ userId: randomUUID(), excused: true }],
      }),
    ],
  ],
  'grades.undoBringIn': [
    ['class', () => ({ ...ofClass(), activityId: randomUUID(), made: false, points: [], excused: [] })],
    ['class', () => ({ ...ofClass(), activityId: randomUUID(), made: true, points: [], excused: [] })],
  ],
  'grades.setUp': [
    ['class', () => ({ ...ofClass(), categories: [], removed: [], columns: [], gradesAs: 'percent', scale: null })],
  ],
  'people.add': [
    ['class', () => ({ ...account('student'), ...ofClass() })],
    ['everything', () => ({ ...account('student'), classId: null })],
    ['class', () => ({ ...account('teacher'), ...ofClass() })],
  ],
  'people.lookAtRoster': [['class', () => ({ ...ofClass(), file: LIST, columns: null })]],
  'people.addRoster': [['class', () => ({ ...ofClass(), people: [fromList()] })]],
  'people.undoRoster': [['added', () => ({ rosterId: known.roster })]],
  'people.bringBack': [['class', () => ({ ...ofClass(), userId: randomUUID() })]],
  'people.tickets': [['class', () => ({ ...ofClass(), userIds: [cast.student.id] })]],
  'people.rename': [
    ['student', () => ({ userId: cast.student.id, name: 'The student', fullName: null, sortName: null })],
  ],
  'people.change': [['student', () => ({ userId: cast.student.id, disabled: false })]],
  'people.resetLink': [['student', () => ({ userId: cast.student.id })]],
  'people.belongings': [['student', () => ({ userId: cast.student.id })]],
  'people.handOver': [['student', () => ({ userId: cast.student.id, login: cast.teacher.login })]],
  'people.handBack': [['everything', () => ({ handoverId: randomUUID() })]],
  'live.open': [
    ['class', ofLesson],
    ['everything', () => ({ lessonId: cast.lessonId, classId: null })],
  ],
  'live.report': [['session', session]],
  'live.reportedQuestion': [['session', () => ({ ...session(), question: QUESTION })]],
  'live.replay': [['session', () => ({ ...session(), step: 0 })]],
  'live.reportedAnswers': [['session', () => ({ ...session(), player: null })]],
  'courses.make': [['everything', () => ({ title: 'A course' })]],
  'courses.makeLevel': [['course', () => ({ courseId: known.course, title: 'Another level' })]],
  'courses.makeLesson': [['course', () => ({ levelId: known.level, title: 'Another lesson' })]],
  'courses.rename': ofEach(() => ({ title: `Title ${++made}` })),
  'courses.describe': [['course', () => ({ courseId: known.course, description: 'What it is about' })]],
  'courses.address': ofEach(() => ({ slug: `address-${++made}` })),
  'courses.move': ofEach(() => ({ levelId: known.level, before: null })).slice(1),
  'courses.archive': ofEach(() => ({ archived: false })),
  'courses.duplicate': ofEach(() => ({ title: 'A copy' })),
  'courses.editor': [['everything', () => ({ courseId: known.course, login: cast.teacher.login, edits: false })]],
  'courses.content': [['everything', () => ({ course: 'none', file: null, hash: '', take: false })]],
  'courses.contentFile': [['everything', () => ({ course: 'none', file: 'none' })]],
  'courses.preview': [['course', ofOwnLesson]],
  'courses.publish': [['course', ofOwnLesson]],
  'courses.prove': [['course', () => ({ lessonId: known.lesson })]],
  'courses.versions': [['course', () => ({ lessonId: known.lesson })]],
  'courses.version': [['course', () => ({ lessonId: known.lesson, number: 1 })]],
  'courses.publishAgain': [['course', () => ({ lessonId: known.lesson, number: 1, base: 1 })]],
  'drafting.read': draftRows({ known: null }),
  'drafting.save': draftRows({ source: BANKED, base: 1, claimedAt: 0 }),
  'drafting.drop': draftRows({ claimedAt: 0 }),
  'bank.make': [
    ['everything', () => ({ source: BANKED, courseId: null })],
    ['course', () => ({ source: BANKED, courseId: known.course })],
  ],
  'bank.change': [['banked', () => ({ ...banked(), base: 1, source: BANKED, correction: false })]],
  'bank.prove': [['banked', banked]],
  'bank.share': [['banked', () => ({ ...banked(), login: null, may: null })]],
  'bank.shareAll': [['banked', () => ({ questionIds: [known.banked], login: null, may: null })]],
  'bank.copy': [['banked', banked]],
  'bank.copyAll': [['banked', () => ({ questionIds: [known.banked] })]],
  'bank.measured': [['banked', banked]],
  'bank.history': [['banked', banked]],
  'bank.tag': [['banked', () => ({ questionIds: [banked().questionId], add: [], remove: [] })]],
  'bank.archive': [['banked', () => ({ questionIds: [banked().questionId], archived: false })]],
  'bank.preview': [['course', () => ({ source: BANKED })]],
  'bank.variants': [['course', () => ({ source: BANKED })]],
  'bank.try': [['course', () => ({ source: BANKED, answer: { kind: 'choice', choices: ['A'] }, mode: 'submit' })]],
  'bank.tried': [['course', () => ({ source: BANKED, hintsShown: 0, tries: [] })]],
  'exporting.look': [['banked', () => ({ questionIds: [banked().questionId], format: 'gift' })]],
  'exporting.lookQuiz': [['quiz', () => ({ ...quiz(), format: 'nabla' })]],
  'misconceptions.read': [['course', () => ({})]],
  'misconceptions.save': [
    ['misconception', () => ({ ...ENTRY, entryId: known.misconception, courseId: null, code: 'sums' })],
    ['everything', () => ({ ...ENTRY, entryId: null, courseId: cast.courseId, code: `permission-${++made}` })],
    ['everything', () => ({ ...ENTRY, entryId: null, courseId: null, code: `permission-${++made}` })],
  ],
  'misconceptions.archive': [['misconception', () => ({ entryId: known.misconception, archived: false })]],
  'importing.look': [['everything', () => ({ file: FILE })]],
  'importing.lookCourse': [['everything', () => ({ file: FILE })]],
  'importing.take': [['everything', () => ({ file: FILE, take: [0], replace: [], quizzes: [], seen: 'not this' })]],
  'importing.takeCourse': [['everything', () => ({ file: FILE, seen: 'not this' })]],
  'insight.map': [['class', ofClass]],
  'insight.answers': [['class', () => ({ ...ofClass(), code: 'sums', week: '2026-11-30' })]],
  'insight.practiceFor': [['class', () => ({ ...ofClass(), code: 'sums' })]],
  'insight.practice': [
    ['class', () => ({ ...ofClass(), title: 'Sums', questions: [randomUUID()], students: [cast.student.id] })],
  ],
  'quizzes.make': [['everything', () => ({ title: 'A quiz', questions: [] })]],
  'quizzes.save': [['quiz', () => ({ ...quiz(), base: 1, title: 'A quiz', questions: [] })]],
  'quizzes.sayAgain': [['quiz', () => ({ ...quiz(), base: 1, number: 1 })]],
  'quizzes.share': [['quiz', () => ({ ...quiz(), login: null, may: null })]],
  'quizzes.copy': [['quiz', () => ({ ...quiz(), title: 'Another' })]],
  'quizzes.archive': [['quiz', () => ({ ...quiz(), archived: false })]],
  'quizzes.suggest': [['everything', () => ({ search: '', count: 3, kinds: {}, rising: true, except: [] })]],
  'quizzes.find': [['course', () => ({ search: '', page: 1, shelf: 'all' })]],
  'quizzes.lessons': [['everything', () => ({ lessonId: null })]],
  'regrading.offer': [
    ['class', ofLesson],
    ['everything', () => ({ lessonId: cast.lessonId, classId: null })],
  ],
  'regrading.start': [
    ['class', () => ({ ...ofLesson(), questionIds: [] })],
    ['everything', () => ({ lessonId: cast.lessonId, classId: null, questionIds: [] })],
  ],
  'regrading.read': [['class', regrade]],
  'regrading.apply': [['class', regrade]],
  'regrading.cancel': [['class', regrade]],
  'regrading.failures': [
    ['class', ofLesson],
    ['everything', () => ({ lessonId: null, classId: null })],
  ],
  'regrading.gradeAgain': [
    ['class', () => ({ ...ofLesson(), submission: null })],
    ['everything', () => ({ lessonId: null, classId: null, submission: null })],
  ],
  'now.read': [['class', ofClass]],
  'now.begin': [['class', ofClass]],
  'now.pause': [['class', () => ({ ...ofClass(), paused: false })]],
  'now.bring': [['class', () => ({ ...ofLesson(), section: null })]],
  'now.own': [['everything', () => ({})]],
  'now.raise': [['everything', () => ({ hourId: randomUUID() })]],
  'now.lower': [['student', () => ({ hand: known.hand })]],
  'now.draft': [['class', () => ({ ...ofStudents(), userId: cast.student.id, opening: randomUUID() })]],
  'now.take': [['class', () => ({ ...ofStudents(), students: [cast.student.id] })]],
  'now.taken': [['class', ofClass]],
  'now.snapshot': [['class', () => ({ snapshot: known.snapshot })]],
  // only what they may look at can they throw away; it is there no more for whoever comes later
  'now.drop': [['class', () => ({ snapshot: known.snapshot })]],
  'now.end': [['class', ofClass]],
  'remarks.of': [['student', () => ({ ...ofClass(), submissions: [known.submission] })]],
  'remarks.mine': [['everything', ofQuestion]],
  'remarks.counts': [['everything', () => ({ lessonId: cast.lessonId })]],
  'remarks.replies': [['class', ofClass]],
  'remarks.say': [
    [
      'student',
      () => ({ ...ofClass(), submissionId: known.submission, remark: randomUUID(), line: null, text: 'Why?' }),
    ],
  ],
  'remarks.change': [['remark', () => ({ remark: known.remark, text: 'Well done.' })]],
  'remarks.withdraw': [['remark', () => ({ remark: known.remark, withdrawn: false })]],
  'remarks.read': [['student', () => ({ ...ofClass(), submissionId: known.submission, upTo: known.remark })]],
  'remarks.phrases': [['everything', () => ({})]],
  'remarks.keepPhrase': [['everything', () => ({ text: 'Well done.' })]],
  'remarks.dropPhrase': [['everything', () => ({ phrase: randomUUID() })]],
  'notices.count': [['everything', () => ({})]],
  'notices.seen': [['everything', () => ({ upTo: '2026-11-30T12:00:00.000Z' })]],
  'notices.choose': [['everything', () => ({ kind: 'given', where: 'app', on: true })]],
  'notices.digest': [['everything', () => ({ on: false })]],
  'notices.address': [['everything', () => ({ address: null })]],
  'notices.confirm': [['everything', () => ({ token: 'no such link' })]],
  'notices.unsubscribe': [['everything', () => ({ token: 'no such link' })]],
  'inquiries.asking': [['everything', ofQuestion]],
  'inquiries.ask': [
    ['asked', () => ({ ...ofClass(), ...ofQuestion(), inquiry: randomUUID(), text: 'Why?', answer: null })],
  ],
  'inquiries.mine': [['everything', ofQuestion]],
  'inquiries.counts': [['everything', () => ({ lessonId: cast.lessonId })]],
  'inquiries.queue': [['class', ofClass]],
  'inquiries.open': [['student', inquiry]],
  'inquiries.say': [['student', () => ({ ...inquiry(), message: randomUUID(), text: 'Because.' })]],
  'inquiries.settle': [['student', () => ({ ...inquiry(), settled: true })]],
  'inquiries.take': [['student', () => ({ ...inquiry(), taken: true })]],
  'inquiries.change': [['asked', () => ({ message: known.inquiry, text: 'Why so?' })]],
  'inquiries.withdraw': [['asked', () => ({ message: known.inquiry, withdrawn: false })]],
  'inquiries.read': [['student', () => ({ ...inquiry(), upTo: known.inquiry })]],
  'account.name': [['everything', () => ({ name: 'Somebody' })]],
  'account.password': [['everything', () => ({ current: 'not this one', password: 'a long password' })]],
  'account.signOut': [['everything', () => ({ signIn: randomUUID() })]],
  'welcome.join': [
    [
      'everything',
      () => ({ token: known.token, name: 'N', login: `permission-${++made}`, password: 'a long password' }),
    ],
  ],
  'welcome.reset': [['everything', () => ({ token: 'no such link', password: 'a long password' })]],
  'trying.run': [
    [
      'everything',
      () => ({ lessonId: cast.lessonId, questionId: 'jacobian', answer: { kind: 'function', code: 'def' } }),
    ],
    ['course', () => ({ ...ofOwnLesson(), questionId: 'none', answer: {} })],
  ],
  'trying.read': [['everything', () => ({ try: randomUUID() })]],
  'front.run': [
    ['everything', () => ({ exercise: 'steepness', answer: { kind: 'maths', parts: { slope: '3x^2+2' } } })],
  ],
  'front.read': [['everything', () => ({ try: randomUUID() })]],
  'practice.lessons': [['everything', () => ({ lessonId: cast.lessonId })]],
  'practice.questions': [['everything', ofQuestion]],
  'practice.drafts': [['everything', () => ({ ...ofQuestion(), answer: { kind: 'maths', parts: { dx: '2' } } })]],
  'practice.submissions': [
    [
      'everything',
      () => ({
        ...ofQuestion(),
        answer: { kind: 'maths', parts: { dx: '2' } },
        purpose: 'submit',
        clientId: randomUUID(),
      }),
    ],
  ],
  'practice.verdicts': [['student', () => ({ submission: known.submission })]],
  'practice.hints': [['everything', ofQuestion]],
  'practice.variants': [['everything', ofQuestion]],
  'practising.read': [['everything', () => ({ question: known.banked })]],
  'practising.submit': [
    ['everything', () => ({ ...ofPractised(), answer: { kind: 'choice', choices: ['A'] }, clientId: randomUUID() })],
  ],
  'practising.told': [['everything', () => ({ ...ofPractised(), submission: known.submission })]],
  'practising.run': [
    [
      'everything',
      () => ({ question: known.banked, versionId: randomUUID(), answer: { kind: 'function', code: 'def' } }),
    ],
  ],
  'practising.hint': [['everything', ofPractised]],
  'practising.aside': [['everything', () => ({ question: known.banked, aside: true })]],
};

/** The same for the events of the sockets: a missing one does not compile. */
const EVENTS: Record<RequestName, readonly Row[]> = {
  clock: [['everything', () => ({})]],
  find: [['everything', () => ({ code: known.code })]],
  join: [['everything', (who) => ({ code: known.code, nickname: `Player ${EVERYBODY.indexOf(who)}` })]],
  play: [['everything', () => ({ token: sockets.player.token })]],
  host: [['session', session]],
  screen: [['session', session]],
  command: [['session', () => ({ ...session(), command: { type: 'next' } })]],
  seat: [['session', () => ({ ...session(), player: randomUUID(), removed: true })]],
  handOver: [['session', () => ({ ...session(), login: cast.teacher.login })]],
  rehearse: [['session', () => ({ ...session(), players: 0 })]],
  correct: [['session', () => ({ ...session(), apply: true })]],
  again: [['session', session]],
  answer: [
    [
      'everything',
      () => ({
        token: sockets.player.token,
        round: 0,
        clientId: randomUUID(),
        answer: { kind: 'choice', choices: ['A'] },
      }),
    ],
  ],
  try: [['everything', () => ({ token: sockets.player.token, round: 0, answer: { kind: 'function', code: 'def' } })]],
  tried: [['everything', () => ({ token: sockets.player.token, try: randomUUID() })]],
  follow: [
    ['everything', () => ({})],
    ['everything', () => ({ lesson: cast.lessonId })],
  ],
  at: [['everything', () => ({ lesson: cast.lessonId, question: QUESTION, section: null, away: false })]],
  board: [['class', () => ({ class: cast.classId, lesson: cast.lessonId })]],
  grades: [['class', () => ({ class: cast.classId })]],
};

/**
 * What is read by GET, by the folder of its `route.ts`: what it is about, its addresses, and what stands in what is read by who
 * may. Of who may not nothing of it comes, but the way to sign in.
 */
const READS: Record<string, readonly [of: Thing, addresses: () => string[], shows: RegExp]> = {
  'auth/[...nextauth]': [
    'everything',
    () => ['csrf', 'providers', 'session', 'signin', 'signout', 'error'].map((name) => `/api/auth/${name}`),
    /./,
  ],
  'grades/[id]': [
    'class',
    () => ['semicolon', 'moodle', 'xlsx'].map((form) => `/api/grades/${cast.classId}?form=${form}`),
    /cast-student|PK/,
  ],
  'regrades/[id]': ['class', () => [`/api/regrades/${known.regrade}`], /The student.*cast-student/],
  'reports/[session]': [
    'session',
    () => ['semicolon', 'comma'].map((form) => `/api/reports/${known.session}?form=${form}`),
    /Somebody/,
  ],
  'unsubscribe/[token]': ['everything', () => ['/api/unsubscribe/no-such-link'], /\/mail\/off\/no-such-link/],
  'scores/[id]': ['class', () => [`/api/scores/${cast.classId}`], /The student.*cast-student/],
};

/** The rule that the code asks. */
function asked(allow: 'everybody' | Allow<never>, input: object): string {
  if (allow === 'everybody') return allow;
  const rule = ruleFor<object, unknown>(allow as Allow<object>, input);
  return typeof rule === 'string' ? rule : rule.action;
}

/** Sends a row as everybody: first those who may not. */
async function tryRow(
  { allow }: { allow: 'everybody' | Allow<never> },
  rule: Written | undefined,
  row: Row,
  send: (who: Who, input: object) => Promise<{ status: number; refused: string | undefined }>,
): Promise<void> {
  const [, input] = row;
  if (rule === undefined) throw new Error('tests/support/written-rules.ts does not say who may');
  expect(asked(allow, input('nobody'))).toBe(rule);
  const allowed = EVERYBODY.filter((who) => may(who, rule, row));
  const others = EVERYBODY.filter((who) => !allowed.includes(who));
  const before = await everythingStored();
  for (const who of others) {
    const { refused } = await send(who, input(who));
    expect(['notAllowed', 'notSignedIn'], `${who}: ${refused}`).toContain(refused);
  }
  expect(await everythingStored()).toEqual(before);
  for (const who of allowed) {
    const { status, refused } = await send(who, input(who));
    expect(['notAllowed', 'notSignedIn', 'badInput', 'unavailable', 'tooMany'], `${who}: ${refused}`).not.toContain(
      refused,
    );
    expect(status, who).toBeLessThan(500);
  }
}

// first: what is done below ends the regrade
describe('what is served by GET', () => {
  it('has a row here, and the other way round: of every route that does not say that GET is not allowed', async () => {
    const folders = globSync('**/route.{ts,tsx,js}', { cwd: path.join(ROOT, 'app/api') }).map((file) =>
      path.dirname(file),
    );
    expect(folders.length).toBeGreaterThan(Object.keys(READS).length);
    const served = await Promise.all(
      folders.map(async (folder) => {
        const { status } = await get(`/api/${folder.replaceAll(/\[[^\]]+\]/g, randomUUID())}`, 'admin');
        return status === 405 ? [] : [folder];
      }),
    );
    expect(served.flat().toSorted()).toEqual(Object.keys(READS).toSorted());
    expect(Object.keys(GET_RULES).toSorted()).toEqual(Object.keys(READS).toSorted());
  });

  it.each(Object.entries(READS))('at %s is read by whom the table says, and by nobody else', async (name, row) => {
    const [, addresses, shows] = row;
    const rule = GET_RULES[name];
    if (rule === undefined) throw new Error('tests/support/written-rules.ts does not say who may');
    const before = await everythingStored();
    for (const one of addresses())
      for (const who of EVERYBODY) {
        const { status, to, text } = await get(one, who);
        const seen = `${one} as ${who}`;
        if (may(who, rule, row)) {
          expect([status < 400, text || String(to)], seen).toEqual([true, expect.stringMatching(shows)]);
        } else if (ROLES[who] === undefined) {
          expect([status, to], seen).toEqual([307, `/sign-in?next=${encodeURIComponent(one)}`]);
          expect(text, seen).not.toMatch(shows);
        } else {
          expect(status, seen).toBe(404);
          expect(text, seen).not.toMatch(shows);
        }
      }
    expect(await everythingStored()).toEqual(before);
  });
});

describe('an endpoint', () => {
  it('that is served has a row here, and the other way round', () => {
    expect(Object.keys(ENDPOINTS).toSorted()).toEqual(Object.keys(endpoints).toSorted());
  });

  it.each(Object.entries(endpoints))('%s is open to whom the table says, and to nobody else', async (name, command) => {
    for (const [index, row] of (ENDPOINTS[name] ?? []).entries())
      await tryRow(command, ENDPOINT_RULES[name]?.[index], row, (who, input) => post(name, who, input));
  });
});

describe('a socket event', () => {
  it.each(Object.keys(handlers) as RequestName[])(
    '%s is open to whom the table says, and to nobody else',
    async (name) => {
      for (const [index, row] of EVENTS[name].entries())
        await tryRow(handlers[name], EVENT_RULES[name][index], row, (who, input) => ask(name, who, input));
    },
  );
});

describe('who follows a grade book', () => {
  it('hears whose points are others, of that class alone, and of work of its students', async () => {
    const heard: [string, unknown][] = [];
    const { teacher, colleague } = sockets;
    teacher.socket.on('grades', (told: unknown) => heard.push(['teacher', told]));
    colleague.socket.on('grades', (told: unknown) => heard.push(['colleague', told]));
    expect(await teacher.ask('grades', { class: cast.classId })).toEqual({ ok: true });
    expect(await colleague.ask('grades', { class: cast.otherClassId })).toEqual({ ok: true });
    const made = await setOutside(cast.teacher, { classId: cast.classId, title: 'Oral', maxPoints: 5, dueAt: null });
    if (!made.ok) throw new Error(made.refused);
    const points = [{ userId: cast.student.id, points: 3 }];
    await setPoints(cast.teacher, { classId: cast.classId, activityId: made.activityId, points });
    const about = { class: cast.classId };
    await expect
      .poll(() => heard)
      .toEqual([
        ['teacher', about],
        ['teacher', { ...about, students: [cast.student.id] }],
      ]);
    await notify(database(), { about: 'board', lesson: cast.lessonId, user: cast.student.id });
    await expect.poll(() => heard.slice(2)).toContainEqual(['teacher', { ...about, students: [cast.student.id] }]);
    expect(heard.map(([who]) => who)).not.toContain('colleague');
    await database().activity.delete({ where: { id: made.activityId } });
  });
});

describe('who follows a board', () => {
  it('hears of the students of that class, and not of those of another one', async () => {
    const heard: string[] = [];
    const { teacher, colleague } = sockets;
    teacher.socket.on('board', () => heard.push('teacher'));
    colleague.socket.on('board', () => heard.push('colleague'));
    const lesson = cast.lessonId;
    expect(await teacher.ask('board', { class: cast.classId, lesson })).toEqual({ ok: true });
    expect(await colleague.ask('board', { class: cast.otherClassId, lesson })).toEqual({ ok: true });
    const handIn = async (student: Person): Promise<void> => {
      const work = { lessonId: lesson, questionId: QUESTION, answer: { kind: 'maths', parts: { dx: '2xy' } } };
      expect(await submit(student, { ...work, purpose: 'submit', clientId: randomUUID() })).toMatchObject({ ok: true });
    };
    await handIn(cast.student);
    await expect.poll(() => heard).toEqual(['teacher']);
    await pool().query("insert into enrolments (class_id, user_id, role) values ($1, $2, 'student')", [
      cast.otherClassId,
      cast.stranger.id,
    ]);
    // `joinClass` above has put this one into both
    await pool().query('delete from enrolments where class_id = $1 and user_id = $2', [cast.classId, cast.stranger.id]);
    await handIn(cast.stranger);
    await expect.poll(() => heard).toEqual(['teacher', 'colleague']);
  });
});

describe('an address that nobody means', () => {
  const PAGES = globSync('**/page.tsx', { cwd: path.join(ROOT, 'app') }).map((file) =>
    path.dirname(file).replaceAll(/\([^)]+\)\/?/g, ''),
  );
  const NAMES = ['none', '__proto__', randomUUID(), '%F0%9F%98%80', 'x'.repeat(2_000)];
  const SIGNING_IN = [
    ...['callback/credentials', 'callback/none', 'signin/none', 'none', 'csrf/more', 'session?x=%00'],
    ...['error?error=%00', 'error?error=%E2%82%AC', 'signin?error=%E2%82%AC', 'signin?callbackUrl=%00'],
    ...['signout?callbackUrl=%00', 'verify-request?email=%00'],
  ];
  /** What names something, with something else in its place; what does not, with odd questions; the ways to sign in. */
  const ADDRESSES = [
    ...[...PAGES, ...Object.keys(READS).map((name) => `api/${name}`)].flatMap((one) =>
      one.includes('[')
        ? NAMES.map((name) => one.replaceAll(/\[[^\]]+\]/g, name))
        : [`${one}?q=%00&page=-1&sort=none&next=%00`, `${one}?q=%ED%A0%80&page=9999999999&sort=%00`],
    ),
    ...SIGNING_IN.map((one) => `api/auth/${one}`),
  ];

  it.each(['admin', 'student', 'nobody'] as const)('is no fault of ours, whoever asks: %s', async (who) => {
    const faults: string[] = [];
    for (const one of ADDRESSES) {
      const { status } = await get(`/${one}`, who);
      if (status >= 500) faults.push(`${status} ${one.slice(0, 80)}`);
    }
    expect(faults).toEqual([]);
  });
});
