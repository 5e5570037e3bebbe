/**
 * What the board of a class is made of, read in one statement: who sits in it, and each student's state at each question.
 * All cells; or those that changed since a board was read before, told by the transactions that changed them (the
 * triggers of `board_changes`), so that one which commits late is not missed.
 */
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import { answerDocument, verdictDocument } from '../domain/documents/formats.ts';
import type { CellFacts } from '../domain/results/board.ts';
import { RESULTS, type Verdict } from '../domain/results/verdict.ts';

export interface BoardScope {
  classId: string;
  lessonId: string;
  /** which version's questions are asked for */
  versionId: string;
  /** their ids, in the order in which cells name them */
  questions: readonly string[];
}

/** Up to where a board was read. */
export interface BoardMark {
  /** the oldest transaction that had not ended then: what it or a later one did is read again */
  from: string;
  /** when that was, in seconds by the database's clock */
  at: number;
  /** of which students, which version, and in which database: in another one the mark says nothing */
  of: string;
}

/** So long the changes of a board are kept, and half of it a mark is good for. */
const KEPT_SECONDS = 3600;

const LINE = z.tuple([z.uuid(), z.string(), z.string(), z.string(), z.string().nullable()]);
const row = z.object({
  from: z.string(),
  at: z.number(),
  of: z.string(),
  lines: z.array(LINE).nullable(),
});

/** A student and what is stored of them: cells as `question:last:result:points:attempts:draft`, with commas between. */
interface BoardLine {
  id: string;
  name: string;
  login: string;
  /** what the class's lists order by */
  sort: string;
  cells: string;
}

export interface ReadLines {
  mark: BoardMark;
  lines: BoardLine[];
}

/** The newest submission of each cell by one look into its index, and of its verdicts one row: the one that counts. */
const CELLS = `
cells as (
  select a.user_id, string_agg(concat_ws(':', a.at, coalesce(newest.last, 'none'), coalesce(s.result, '-'),
    coalesce(s.points, 0), coalesce(s.attempts, 0), (d.user_id is not null)::int), ',') as cells
  from asked a
  left join lateral (
    select coalesce((
      select v.outcome from verdicts v where v.submission_id = one.id
      order by v.grader = 'teacher' desc, v.created_at desc limit 1), 'waits') as last
    from submissions one
    where one.lesson_id = $2 and one.question_id = a.question_id and one.user_id = a.user_id and one.purpose = 'submit'
    order by one.created_at desc, one.id desc limit 1) newest on true
  left join scores s on s.lesson_id = $2 and s.question_id = a.question_id and s.user_id = a.user_id
  left join drafts d on d.lesson_id = $2 and d.question_id = a.question_id and d.user_id = a.user_id
  where newest.last is not null or s.user_id is not null or d.user_id is not null or $5::xid8 is not null
  group by a.user_id)`;

const STATEMENT = (asked: string, join: string): string => `
with who as materialized (
  select u.id, u.name, u.login,
    case when c.names_by = 'family' then coalesce(u.sort_name, u.name) else u.name end as sort
  from enrolments e join users u on u.id = e.user_id join classes c on c.id = e.class_id
  where e.class_id = $1 and e.role = 'student'),
questions as (select id, at - 1 as at from unnest($4::text[]) with ordinality q(id, at)),
asked as (${asked}),
${CELLS}
select pg_snapshot_xmin(pg_current_snapshot())::text as "from", floor(extract(epoch from now()))::float8 as at,
  md5(concat_ws(' ', $3::text, pg_postmaster_start_time(), (select oid from pg_database where datname = current_database()),
    (select string_agg(concat_ws(' ', id, name, login, sort), ',' order by id) from who))) as of,
  (select json_agg(json_build_array(who.id, who.name, who.login, who.sort, cells.cells)) from who ${join} cells on cells.user_id = who.id)
    as lines`;

const ALL = STATEMENT('select who.id as user_id, q.id as question_id, q.at from who, questions q', 'left join');
const CHANGED = STATEMENT(
  `select distinct c.user_id, c.question_id, q.at from board_changes c
   join who on who.id = c.user_id join questions q on q.id = c.question_id
   where c.lesson_id = $2 and c.by >= $5::xid8`,
  'join',
);

/** Every cell in which there is something. */
export async function selectBoard(pool: Pool, scope: BoardScope): Promise<ReadLines> {
  return read(pool, ALL, scope, null);
}

/** The cells that may have changed since; undefined where that cannot be told, so that all must be read. */
export async function selectBoardChanges(
  pool: Pool,
  scope: BoardScope,
  since: BoardMark,
): Promise<ReadLines | undefined> {
  const found = await read(pool, CHANGED, scope, since.from);
  const { mark } = found;
  return mark.of === since.of && mark.at - since.at < KEPT_SECONDS / 2 ? found : undefined;
}

/** The cells of a line: a question's place, and what is stored of it, as text that is alike where that is. */
export function cellsIn(cells: string): [number, string][] {
  if (cells === '') return [];
  return cells.split(',').map((cell) => {
    const end = cell.indexOf(':');
    return [Number(cell.slice(0, end)), cell.slice(end + 1)];
  });
}

const LASTS = ['none', 'waits', 'graded', 'invalid', 'failed'] as const;

/** What is stored of a cell, from its text. */
export function factsIn(text: string): CellFacts {
  const [last, result = '-', points, attempts, draft] = text.split(':');
  return {
    last: LASTS.find((one) => one === last) ?? 'none',
    score:
      result === '-'
        ? undefined
        : {
            result: RESULTS.find((one) => one === result) ?? 'fail',
            points: Number(points),
            attempts: Number(attempts),
          },
    draft: draft === '1',
  };
}

/** A student whose newest submission to a question is wrong, with the verdict that counts. */
export interface NewestLine {
  id: string;
  name: string;
  login: string;
  answer: Answer;
  verdict: Verdict;
}

interface AskedOf {
  classId: string;
  lessonId: string;
  questionId: string;
}

/** The students of a class whose newest submission to a question is graded and not right. */
export function selectWrong(pool: Pool, of: AskedOf): Promise<NewestLine[]> {
  return selectNewest(pool, of, "counts.result not in ('pass', 'received')");
}

/** The students of a class whose newest submission to a question without a key was received, in the order in which they came. */
export function selectReceived(pool: Pool, of: AskedOf): Promise<NewestLine[]> {
  return selectNewest(pool, of, "counts.result = 'received'");
}

/** @param counting what the verdict that counts says */
async function selectNewest(
  pool: Pool,
  { classId, lessonId, questionId }: AskedOf,
  counting: string,
): Promise<NewestLine[]> {
  const { rows } = await pool.query<Pick<NewestLine, 'id' | 'name' | 'login'> & { answer: unknown; detail: unknown }>(
    `select u.id, u.name, u.login, newest.answer, counts.detail
     from enrolments e join users u on u.id = e.user_id
     join lateral (
       select s.id, s.answer, s.created_at from submissions s
       where s.lesson_id = $2 and s.question_id = $3 and s.user_id = u.id and s.purpose = 'submit'
       order by s.created_at desc, s.id desc limit 1) newest on true
     join lateral (
       select v.outcome, v.result, v.detail from verdicts v where v.submission_id = newest.id
       order by v.grader = 'teacher' desc, v.created_at desc limit 1) counts on true
     where e.class_id = $1 and e.role = 'student' and counts.outcome = 'graded' and ${counting}
     order by newest.created_at, newest.id`,
    [classId, lessonId, questionId],
  );
  return rows.map(({ id, name, login, answer, detail }) => ({
    id,
    name,
    login,
    answer: answerDocument.trust(answer),
    verdict: verdictDocument.read(detail),
  }));
}

export interface Misread {
  code: string;
  /** as its catalogue calls it, where it stands in one */
  name: string;
  students: number;
  /** the questions that show it, by their ids in the lesson */
  questions: string[];
}

/** How many students of a class show which misconception in a lesson: by their newest answer to each question. */
export async function selectMisread(
  pool: Pool,
  { classId, lessonId }: { classId: string; lessonId: string },
): Promise<Misread[]> {
  const { rows } = await pool.query<Misread>(
    `with newest as (
       select distinct on (s.user_id, s.question_id) s.id, s.user_id, s.question_id
       from enrolments e join submissions s on s.user_id = e.user_id
       where e.class_id = $1 and e.role = 'student' and s.lesson_id = $2 and s.purpose = 'submit'
       order by s.user_id, s.question_id, s.created_at desc, s.id desc),
     seen as (
       select n.user_id, n.question_id, m.code from newest n
       join lateral (
         select v.misconceptions from verdicts v where v.submission_id = n.id
         order by v.grader = 'teacher' desc, v.created_at desc limit 1) counts on true
       cross join unnest(counts.misconceptions) as m(code))
     select s.code, coalesce(named.name, s.code) as name, count(distinct s.user_id)::int as students,
       array_agg(distinct s.question_id) as questions
     from seen s
     left join lateral (
       select m.name from misconceptions m
       join lessons l on l.id = $2
       left join levels e on e.id = l.level_id
       where m.code = s.code and (m.course_id is not null or m.owner_id = l.owner_id)
       order by m.course_id is distinct from e.course_id, m.id limit 1) named on true
     group by s.code, named.name order by students desc, s.code`,
    [classId, lessonId],
  );
  return rows;
}

/** Forgets changes that no board asks for any more. @returns how many */
export async function deleteOldBoardChanges(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(`delete from board_changes where at < now() - interval '1 second' * $1`, [
    KEPT_SECONDS,
  ]);
  return rowCount ?? 0;
}

async function read(pool: Pool, statement: string, scope: BoardScope, from: string | null): Promise<ReadLines> {
  const { classId, lessonId, versionId, questions } = scope;
  const { rows } = await pool.query(statement, [classId, lessonId, versionId, questions, from]);
  const { lines, ...mark } = row.parse(rows[0]);
  return {
    mark,
    lines: (lines ?? []).map(([id, name, login, sort, cells]) => ({ id, name, login, sort, cells: cells ?? '' })),
  };
}
