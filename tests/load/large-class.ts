/**
 * A class of 500 students who have worked on a lesson of 60 questions: the lesson goes the way of every lesson, the work
 * is put in by SQL in bulk, several attempts a question, in every state that a board can show.
 */
import { database, pool } from '../../db/client.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import { publishLesson } from '../../server/features/courses/publish.ts';
import { makeOwnPlace } from '../support/own-place.ts';
import { JACOBIAN } from './solutions.ts';

export interface LargeClass {
  classId: string;
  lessonId: string;
  /** who teach it */
  teachers: string[];
  /** somebody who sits in it */
  studentId: string;
  /** one of the questions */
  questionId: string;
}

const KINDS = ['choice', 'number', 'function'] as const;

function questionText(at: number): string {
  const kind = KINDS[at % KINDS.length] ?? 'choice';
  const id = `q${String(at).padStart(2, '0')}`;
  const explanation = ':::explanation\nBecause it is so.\n:::';
  if (kind === 'choice')
    return `::::check[Which way does the gradient point, ${at}]{#${id} kind=choice points=3}
Which?

- [x] Up
- [ ] Down
- [ ] Along
- [ ] Nowhere

${explanation}
::::`;
  if (kind === 'number')
    return `::::check[One step by hand, ${at}]{#${id} kind=number points=3}
How much?

\`\`\`yaml answer
value: ${at}
\`\`\`

${explanation}
::::`;
  return `::::exercise[Implement the Jacobian, ${at}]{#${id} kind=function entry=jacobian}
Write it.

\`\`\`python starter
def jacobian(f, x, h=1e-5):
    pass
\`\`\`

\`\`\`python solution
${JACOBIAN.trim()}
\`\`\`

\`\`\`yaml tests
- name: The shape
  call: [{ formula: [x^2 + y, x*y], of: [x, y] }, { array: [1, 2] }]
  expect: { shapes: [[2, 2]] }
- name: Any point
  hidden: true
  points: 2
  call: [{ formula: [x^2 + y, x*y], of: [x, y] }, { draw: [2], from: -2, to: 2 }]
  expect: jacobian
  hint: Look at each column.
\`\`\`

:::solution
By differences.
:::

${explanation}
::::`;
}

function sourceOf(questions: number): string {
  const blocks = Array.from({ length: questions }, (_, at) => questionText(at));
  return `---\ntitle: A long lesson\ndescription: Many questions.\n---\n\n## All of them\n\n${blocks.join('\n\n')}\n`;
}

function test(at: number, passed: boolean): Verdict['tests'][number] {
  return {
    id: `t${at}`,
    name: `What is tested, ${at}`,
    visible: at === 0,
    passed,
    points: passed ? 1 : 0,
    maxPoints: 1,
    feedback: passed ? [] : [{ code: 'feedback.wrongShape', params: { expected: '(2, 2)', got: `(2, ${at})` } }],
    call: 'jacobian(f, np.array([1.0, 2.0]))',
    expected: 'array([[2.0, 1.0], [2.0, 1.0]])',
    got: 'array([[2.0, 1.0], [2.0, 1.0]])',
  };
}

/** What comes out, of 1 to 3 right tests; wrong ones do the same in so many ways. */
const WAYS = 7;
function verdictOf(right: number, way: number): Verdict {
  return {
    outcome: 'graded',
    result: right === 3 ? 'pass' : right > 0 ? 'partial' : 'fail',
    points: right,
    maxPoints: 3,
    tests: [0, 1, 2].map((at) => test(at, at < right)),
    feedback: [],
    signature: right === 3 ? 'right' : `wrong-${right}-${way}`,
    slips: [],
  };
}
const ANSWERS: Record<(typeof KINDS)[number], Answer> = {
  choice: { kind: 'choice', choices: ['B'] },
  number: { kind: 'number', value: '12,5' },
  function: { kind: 'function', code: JACOBIAN },
};

const CLASS = `
with made as (insert into classes (name, course_id) select 'A large class', id from courses order by title limit 1 returning id),
  teachers as (
    insert into users (name, login, role) select 'Teacher ' || n, 'large-teacher-' || n, 'teacher'
    from generate_series(1, $2::int) n returning id),
  students as (
    insert into users (name, login, role)
    select (array['Ada', 'Ben', 'Çağla', 'Deniz', 'Emmy', 'Farid', 'Gül', 'Henri'])[1 + n % 8] || ' '
      || (array['Lovelace', 'Noether', 'Rossi', 'Yılmaz', 'van der Berg'])[1 + n % 5] || ' ' || n,
      'large-' || n, 'student'
    from generate_series(1, $1::int) n returning id),
  enrolled as (
    insert into enrolments (class_id, user_id, role)
    select made.id, p.id, p.role::role from made, (
      select id, 'teacher' as role from teachers union all select id, 'student' from students) p)
select made.id as "classId", (select array_agg(id::text) from teachers) as teachers,
  (select array_agg(id::text) from students) as students from made`;

/** Of ten students one has not begun a question, and one has a draft; the others have handed in two to four times. */
const WORK = `
with who as (select id, n::int from unnest($1::uuid[]) with ordinality s(id, n)),
  asked as (select id, n::int from unnest($2::text[]) with ordinality q(id, n)),
  cells as (select who.id as user_id, who.n as s, asked.id as question_id, asked.n as q from who, asked),
  drafts as (
    insert into drafts (user_id, lesson_id, lesson_version_id, question_id, answer)
    select user_id, $3, $4, question_id, '{"value":"1"}' from cells where (s + q) % 10 = 1)
insert into submissions (user_id, lesson_id, lesson_version_id, question_id, purpose, client_id, answer, seed, created_at)
select user_id, $3, $4, question_id, 'submit', $3 || question_id || '-' || attempt,
  ($5::jsonb[])[1 + (q - 1) % 3], 'seed', now() - interval '1 day' + interval '1 hour' * attempt
from cells, generate_series(1, 2 + (s * 7 + q) % 3) attempt where (s + q) % 10 > 1`;

/** The newest submission of some is being graded still. */
const VERDICTS = `
insert into verdicts (submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail, created_at)
select s.id, s.lesson_version_id, '4', d->>'outcome', d->>'result', (d->>'points')::float, 3, d->>'signature', d, s.created_at
from (select s.*, abs(hashtext(s.id::text)) as luck from submissions s where s.lesson_id = $1) s,
  lateral (select ($2::jsonb[])[1 + luck % array_length($2::jsonb[], 1)] as d) of
where luck % 100 > 0`;

const SCORES = `
insert into scores (user_id, lesson_id, question_id, points, max_points, result, attempts, submission_id)
select distinct on (s.user_id, s.question_id) s.user_id, s.lesson_id, s.question_id, v.points, v.max_points, v.result,
  count(*) over (partition by s.user_id, s.question_id), s.id
from submissions s join verdicts v on v.submission_id = s.id where s.lesson_id = $1
order by s.user_id, s.question_id, v.points desc`;

/** Makes it in the database that this process is connected to. */
export async function makeLargeClass(size: { students: number; questions: number }): Promise<LargeClass> {
  const { id: lessonId } = await makeOwnPlace();
  const { classId, teachers, students } = await makePeople(size.students);
  const questions = await giveWorked(lessonId, { ...size, classId, students });
  await pool().query('analyze');
  return { classId, lessonId, teachers, studentId: students[0] ?? '', questionId: questions[0] ?? '' };
}

/** Of a class that only its size matters of: they share looking at it. */
const MANY_TEACHERS = 6;

/** A class with nobody's work in it. */
export async function makePeople(
  count: number,
  teaching = MANY_TEACHERS,
): Promise<{ classId: string; teachers: string[]; students: string[] }> {
  const { rows } = await pool().query<{ classId: string; teachers: string[]; students: string[] }>(CLASS, [
    count,
    teaching,
  ]);
  const [made] = rows;
  if (made === undefined) throw new Error('a class was made');
  return made;
}

/** Publishes a lesson of so many questions, gives it to the class, and puts its work in. @returns the names of the questions */
export async function giveWorked(
  lessonId: string,
  { questions: count, classId, students }: { questions: number; classId: string; students: readonly string[] },
): Promise<string[]> {
  const published = await publishLesson(null, { id: lessonId, file: 'a-long-lesson.md', source: sourceOf(count) });
  if (!published.ok) throw new Error(`the lesson is broken: ${JSON.stringify(published)}`);
  const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
  const questions = Array.from({ length: count }, (_, at) => `q${String(at).padStart(2, '0')}`);
  await pool().query(`insert into activities (class_id, lesson_id) values ($1, $2)`, [classId, lessonId]);
  const answers = KINDS.map((kind) => JSON.stringify(ANSWERS[kind]));
  await pool().query(WORK, [students, questions, lessonId, publishedId, answers]);
  const verdicts = Array.from({ length: WAYS * 4 }, (_, at) => JSON.stringify(verdictOf(at % 4, at % WAYS)));
  await pool().query(VERDICTS, [lessonId, verdicts]);
  await pool().query(SCORES, [lessonId]);
  return questions;
}
