/** Everybody who may try something, on a running server: who they are, how they stand to what there is, and how they ask. */
import { randomUUID } from 'node:crypto';
import { insertInvitation } from '../../db/class-people.ts';
import { database, pool } from '../../db/client.ts';
import { updateItem } from '../../db/regrades.ts';
import { insertUser } from '../../db/users.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { can, type InClass, type Relation, type Role } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import type { RequestName } from '../../domain/protocol.ts';
import { GRADER_VERSION, type Verdict } from '../../domain/results/verdict.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { makeCourse, makeLesson, makeLevel, setEditor } from '../../server/features/courses/tree.ts';
import { ask as askTeachers } from '../../server/features/inquiries/commands.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { saveMisconception } from '../../server/features/misconceptions/commands.ts';
import { raiseHand } from '../../server/features/now/hands.ts';
import { beginHour } from '../../server/features/now/lead.ts';
import { takeSnapshot } from '../../server/features/now/snapshots.ts';
import { addRoster } from '../../server/features/people/roster.ts';
import { submit } from '../../server/features/practice/commands.ts';
import { makeQuestion } from '../../server/features/questions/commands.ts';
import { shareQuestion } from '../../server/features/questions/sharing.ts';
import { makeQuiz } from '../../server/features/quizzes/commands.ts';
import { shareQuiz } from '../../server/features/quizzes/sharing.ts';
import { startRegrade } from '../../server/features/regrading/commands.ts';
import { say } from '../../server/features/remarks/commands.ts';
import { call } from './calls.ts';
import { type Cast, dismissCast, makeCast } from './cast.ts';
import { freePort } from './free-port.ts';
import { GUARD_MS } from './guard.ts';
import { cookieOf, LiveClient } from './live-client.ts';
import { type RunningProcess, startServer } from './processes.ts';
import { UNDECIDED } from './undecided.ts';
import type { Written } from './written-rules.ts';

/** The last one is nobody at all; a player has a seat in the room and no account. */
export const EVERYBODY = [
  ...(['admin', 'teacher', 'colleague', 'student', 'otherStudent'] as const),
  // of the class: one who may only see, with a student's account, and one who was allowed all, with a teacher's
  ...(['assistant', 'helper'] as const),
  ...(['player', 'nobody'] as const),
];
export type Who = (typeof EVERYBODY)[number];
export const ROLES: Record<Who, Role | undefined> = {
  admin: 'admin',
  teacher: 'teacher',
  colleague: 'teacher',
  student: 'student',
  otherStudent: 'student',
  assistant: 'student',
  helper: 'teacher',
  player: undefined,
  nobody: undefined,
};

/** Whose account somebody asks by. */
export function accountOf(who: Who): { id: string } | undefined {
  if (who === 'player' || who === 'nobody') return undefined;
  if (who === 'assistant' || who === 'helper') return assistants[who];
  return who === 'otherStudent' ? cast.stranger : cast[who];
}

/** What the assistants of the class were allowed. */
function assistsAs(who: Who): readonly InClass[] {
  if (who === 'helper') return ['see', 'grade', 'people', 'drafts'];
  return who === 'assistant' ? ['see'] : [];
}

/** What a row is about, and how everybody stands to it, said here once more and not read off the code. */
const THINGS = {
  /** the class of the teacher, and what belongs to it */
  class: (who) => ({ teaches: who === 'teacher', assists: assistsAs(who) }),
  /** what the teacher has added to the class */
  added: (who) => ({ teaches: who === 'teacher' }),
  /** what belongs to all classes */
  everything: () => ({}),
  /** the student's account, and their work */
  student: (who) => ({ own: who === 'student', teaches: who === 'teacher', assists: assistsAs(who) }),
  /** what the teacher has said to that work */
  remark: (who) => ({ own: who === 'teacher' }),
  /** what the student has asked the teachers */
  asked: (who) => ({ own: who === 'student' }),
  /** the room, which the teacher hosts for the class */
  session: (who) => ({ own: who === 'teacher', teaches: who === 'teacher', assists: assistsAs(who) }),
  /** the teacher's question in a bank, at which a colleague may look */
  banked: (who) => ({ own: who === 'teacher', shared: who === 'colleague' ? 'look' : undefined }),
  /** the teacher's quiz, which a colleague may look at and copy */
  quiz: (who) => ({ own: who === 'teacher', shared: who === 'colleague' ? 'copy' : undefined }),
  /** what the teacher has put into a catalogue */
  misconception: (who) => ({ own: who === 'teacher' }),
  /** a course that was given to a teacher and to a student to edit */
  course: (who) => ({ edits: who === 'colleague' || who === 'otherStudent' }),
  /** what the class was given, with a time limit */
  activity: (who) => ({ own: who === 'student' }),
} as const satisfies Record<string, (who: Who) => Relation>;
export type Thing = keyof typeof THINGS;

export const QUESTION = 'manual-gradients';
export const BANKED = '::::check[T]\nWhich?\n\n- [x] one\n- [ ] two\n\n:::explanation\nOne.\n:::\n::::\n';
export let cast: Cast;
let assistants: Record<'assistant' | 'helper', Person>;
let server: RunningProcess;
let address: string;
let cookies: Record<Who, string | undefined>;
export let sockets: Record<Who, LiveClient>;
export const known = {
  session: '',
  invitation: '',
  roster: '',
  code: '',
  submission: '',
  regrade: '',
  remark: randomUUID(),
  hand: '',
  snapshot: '',
  inquiry: randomUUID(),
  token: '',
  banked: '',
  misconception: '',
  quiz: '',
  activity: '',
  course: '',
  level: '',
  lesson: '',
};

const PROPOSED: Verdict = {
  outcome: 'graded',
  result: 'pass',
  points: 3,
  maxPoints: 3,
  tests: [],
  feedback: [],
  signature: 'right',
  slips: [],
};

/** A server, the people of a class with a room and some work, and everybody signed in who has an account. */
export async function raise(): Promise<void> {
  cast = await makeCast();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = await startServer(cast.url, port);
  const { rows } = await pool().query<{ join_token: string }>('select join_token from classes where id = $1', [
    cast.classId,
  ]);
  known.token = rows[0]?.join_token ?? '';
  const opened = await openSession(cast.teacher, { lessonId: cast.lessonId, classId: cast.classId });
  const work = { lessonId: cast.lessonId, questionId: QUESTION, answer: { kind: 'maths', parts: { dx: '2xy' } } };
  const sent = await submit(cast.student, { ...work, purpose: 'submit', clientId: randomUUID() });
  if (!opened.ok || !sent.ok) throw new Error('the room or the submission was refused');
  Object.assign(known, { session: opened.session, code: opened.code, submission: sent.submission });
  const { classId } = cast;
  const said = { classId, submissionId: known.submission, remark: known.remark, line: null, text: 'Well done.' };
  if (!(await say(cast.teacher, said)).ok) throw new Error('the remark was refused');
  await makeHour(classId);
  const question = { classId, lessonId: cast.lessonId, questionId: QUESTION, answer: work.answer };
  if (!(await askTeachers(cast.student, { ...question, inquiry: known.inquiry, text: 'Why?' })).ok)
    throw new Error('the question was refused');
  // graded, so that there is something to decide and to grade again
  await pool().query(
    `insert into verdicts (id, submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail)
     select gen_random_uuid(), id, lesson_version_id, 'test', 'graded', 'undecided', 0, 3, 'undecided', $2 from submissions where id = $1`,
    [sent.submission, UNDECIDED],
  );
  const regrade = await startRegrade(cast.teacher, { lessonId: cast.lessonId, classId: cast.classId, questionIds: [] });
  if (!regrade.ok) throw new Error(regrade.refused);
  known.regrade = regrade.regrade;
  const banked = await makeQuestion(cast.teacher, { source: BANKED, courseId: null });
  if (!banked.ok) throw new Error(banked.refused);
  known.banked = banked.questionId;
  await shareQuestion(cast.teacher, { questionId: known.banked, login: cast.colleague.login, may: 'look' });
  const entry = { entryId: null, courseId: null, code: 'sums', name: 'Sums', words: 'You summed.' };
  await saveMisconception(cast.teacher, entry);
  known.misconception = (await database().misconception.findFirstOrThrow({ where: { code: 'sums' } })).id;
  const quiz = await makeQuiz(cast.teacher, { title: 'A quiz', questions: [] });
  if (!quiz.ok) throw new Error(quiz.refused);
  known.quiz = quiz.quizId;
  await shareQuiz(cast.teacher, { quizId: known.quiz, login: cast.colleague.login, may: 'copy' });
  const pin = { name: null, ref: known.banked, version: 1, seconds: null, points: null };
  const homework = await makeQuiz(cast.teacher, { title: 'Homework', questions: [pin] });
  if (!homework.ok) throw new Error(homework.refused);
  const rules = { ...USUAL_SETTINGS, minutes: 30, classId: cast.classId, lessonId: homework.quizId };
  const given = await giveActivity(cast.teacher, rules);
  if (!given.ok) throw new Error(given.refused);
  known.activity = given.activityId;
  const course = await makeCourse(cast.admin, { title: 'A course of editors' });
  if (!course.ok) throw new Error(course.refused);
  for (const { login } of [cast.colleague, cast.stranger])
    await setEditor(cast.admin, { courseId: course.courseId, login, edits: true });
  const level = await makeLevel(cast.admin, { courseId: course.courseId, title: 'A level' });
  if (!level.ok) throw new Error(level.refused);
  await makeAssistants();
  const lesson = await makeLesson(cast.admin, { levelId: level.levelId, title: 'A lesson' });
  if (!lesson.ok) throw new Error(lesson.refused);
  Object.assign(known, { course: course.courseId, level: level.levelId, lesson: lesson.lessonId });
  // its item is proposed, so that there is a report to read
  const proposal = { verdict: PROPOSED, grader: GRADER_VERSION };
  await updateItem(database(), { regrade: known.regrade, submission: known.submission }, proposal);
  const people = { admin: cast.admin, teacher: cast.teacher, colleague: cast.colleague, student: cast.student };
  const others = { otherStudent: cast.stranger, ...assistants };
  cookies = { ...(await cookiesOf({ ...people, ...others })), player: undefined, nobody: undefined };
  sockets = Object.fromEntries(
    EVERYBODY.map((who) => {
      const cookie = cookies[who];
      return [who, new LiveClient(address, cookie === undefined ? {} : { cookie })];
    }),
  ) as Record<Who, LiveClient>;
  const seated = await sockets.player.ask('join', { code: known.code, nickname: 'Somebody' });
  if (!seated.ok) throw new Error(seated.refused);
}

/** The class works together, its student has a hand up, and the student's answer is kept to be shown. */
async function makeHour(classId: string): Promise<void> {
  // what is typed is looked at in what a class was given
  const given = await giveActivity(cast.teacher, { ...USUAL_SETTINGS, classId, lessonId: cast.lessonId });
  const begun = await beginHour(cast.teacher, { classId });
  if (!given.ok || !begun.ok || begun.hour === null) throw new Error('the hour was not begun');
  const raised = await raiseHand(cast.student, { hourId: begun.hour.id });
  const of = { classId, lessonId: cast.lessonId, questionId: QUESTION, students: [cast.student.id] };
  const taken = await takeSnapshot(cast.teacher, of);
  if (!raised.ok || raised.hand === null || !taken.ok) throw new Error('no hand, or nothing to be shown');
  Object.assign(known, { hand: raised.hand.id, snapshot: taken.snapshot });
}

/** The assistants of the class, an invitation to it that is open, and a list of people that was added to it. */
async function makeAssistants(): Promise<void> {
  const db = database();
  const person = (login: string, role: 'student' | 'teacher') =>
    insertUser(db, { name: `The ${login}`, login: `cast-${login}`, role, passwordHash: null });
  assistants = { assistant: await person('assistant', 'student'), helper: await person('helper', 'teacher') };
  const { classId } = cast;
  const all = { mayGrade: true, mayPeople: true, mayDrafts: true };
  await db.classAssistant.createMany({
    data: [
      { classId, userId: assistants.assistant.id },
      { classId, userId: assistants.helper.id, ...all },
    ],
  });
  const asked = { classId, userId: cast.stranger.id, asRole: 'student' as const, invitedById: cast.teacher.id };
  known.invitation = await insertInvitation(db, asked);
  const listed = { name: 'Listed', fullName: null, sortName: 'Listed', login: 'listed', as: 'new' as const };
  const added = await addRoster(cast.teacher, { classId, people: [listed] });
  if (!added.ok) throw new Error(added.refused);
  known.roster = added.rosterId;
}

/** All of it is over. */
export async function strike(): Promise<void> {
  for (const socket of Object.values(sockets ?? {})) socket.close();
  await server?.kill('SIGTERM');
  await compiler.close();
  await dismissCast();
}

async function cookiesOf<P extends string>(people: Record<P, { id: string }>): Promise<Record<P, string>> {
  const made = Object.entries<{ id: string }>(people).map(async ([who, { id }]) => [who, await cookieOf(id)] as const);
  return Object.fromEntries(await Promise.all(made)) as Record<P, string>;
}

/** What the table says of the rule that is written down. */
export function may(who: Who, rule: Written, [of]: readonly [of: Thing, ...unknown[]]): boolean {
  if (rule === 'everybody') return true;
  const role = ROLES[who];
  if (role === undefined) return false;
  return rule === 'signedIn' || can(role, rule, THINGS[of](who));
}

/** Every version of every row of the database, so that one that is only touched is told as well. */
export async function everythingStored(): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    // results follow from what is stored, and are worked out when somebody looks
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'activity_results' order by 1",
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(xmin::text || ctid::text, ',' order by ctid)), '') as told from "${name}"`,
  );
  const { rows } = await pool().query<{ told: string }>(`${parts.join(' union all ')} order by 1`);
  return rows.map(({ told }) => told);
}

/** Calls a command. */
export async function post(name: string, who: Who, input: object) {
  const cookie = cookies[who];
  const { status, outcome } = await call(address, name, input, cookie === undefined ? {} : { cookie });
  return { status, refused: outcome.refused };
}

/** Asks for an address in somebody's name, whatever is sent. */
export async function fetchAs(where: string, who: Who, asked: RequestInit = {}): Promise<Response> {
  const headers = new Headers(asked.headers);
  const mine = [cookies[who], headers.get('cookie')].filter((one) => typeof one === 'string');
  if (mine.length > 0) headers.set('cookie', mine.join('; '));
  return fetch(address + where, { ...asked, headers });
}

/** Reads an address as a browser that is somebody's; it is not sent on. */
export async function get(where: string, who: Who) {
  const cookie = cookies[who];
  const answer = await fetch(address + where, {
    redirect: 'manual',
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
}

/** Asks by a socket. */
export async function ask(name: RequestName, who: Who, input: object) {
  const reply: { refused?: string } = await sockets[who].socket.timeout(GUARD_MS).emitWithAck(name, input);
  return { status: 200, refused: reply.refused };
}
