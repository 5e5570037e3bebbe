/**
 * The bank as a list: what somebody may look at, by words, kind, tag and how it went, a page at a time. It reads `question_index`,
 * which triggers keep.
 */
import type { Pool } from 'pg';
import {
  type Answered,
  type BankAsked,
  type BankFacets,
  type BankOrder,
  type BankShelf,
  TOO_FEW,
} from '../domain/bank-list.ts';
import { type ListPage, PAGE_ROWS, placeInList } from '../domain/list-page.ts';
import type { QuestionKind } from '../domain/question.ts';
import type { Candidate } from '../domain/quiz/suggest.ts';
import { cameFrom } from './handovers.ts';

export interface ListedQuestion {
  id: string;
  title: string;
  kind: QuestionKind;
  version: number;
  changedAt: Date;
  /** who it belongs to; null: a course, or a lesson */
  owner: string | null;
  /** who it was handed over from; null: it was its owner's from the start */
  from: string | null;
  mine: boolean;
  /** it may be copied, as far as whose it is and sharing go */
  copies: boolean;
  course: string | null;
  /** whose own question it is */
  lesson: string | null;
  tags: string[];
  /** in how many lessons and quizzes it is asked as they are published now */
  lessons: number;
  quizzes: number;
  firstTries: number;
  firstRight: number;
  /** when something was handed in last */
  askedAt: Date | null;
  seconds: number;
  points: number;
  promptHtml: string;
}

const MOST_TAGS = 40;
const MOST_COURSES = 40;
const MOST_MISCONCEPTIONS = 40;
/** Of more than these nobody chooses. */
const MOST_CANDIDATES = 500;

const WHERE: Record<BankShelf, string> = {
  all: 'true',
  mine: 'q.owner_id = $1::uuid',
  // whoever sees all was not given all of it
  shared: `q.owner_id <> $1::uuid and exists (
    select 1 from question_shares h where h.question_id = q.id and (h.user_id is null or h.user_id = $1::uuid))`,
  school: 'exists (select 1 from question_shares h where h.question_id = q.id and h.user_id is null)',
  courses: 'q.course_id is not null',
  lessons: 'q.lesson_id is not null',
};

/** What of a course's lessons is asked now; of a quiz nothing is its own. */
const OF_LESSON = `exists (
  select 1 from lessons s join lesson_questions a on a.lesson_version_id = s.published_id
  join question_versions w on w.id = a.question_version_id
  join levels l on l.id = s.level_id and l.archived_at is null
  join courses k on k.id = l.course_id and k.archived_at is null
  where s.id = q.lesson_id and s.archived_at is null and w.question_id = q.id)`;

/** In the bank of a course that $1 edits, or in one of its lessons. */
const OF_EDITED = `exists (
  select 1 from course_editors d where d.user_id = $1::uuid and d.course_id = coalesce(q.course_id, (
    select l.course_id from lessons s join levels l on l.id = s.level_id where s.id = q.lesson_id)))`;

/** Which questions belong to which course: those of its bank, and those that its lessons ask. */
const OF_COURSES = `select b.course_id as course, b.id from questions b where b.course_id is not null
  union select l.course_id, w.question_id from levels l
    join lessons s on s.level_id = l.id and s.archived_at is null
    join lesson_questions a on a.lesson_version_id = s.published_id
    join question_versions w on w.id = a.question_version_id`;

const ANSWERED: Record<Answered, string> = {
  month: "i.asked_at >= now() - interval '28 days'",
  half: "i.asked_at >= now() - interval '183 days'",
  older: "i.asked_at < now() - interval '183 days'",
  never: 'i.asked_at is null',
};

const ORDER: Record<BankOrder, string> = {
  changed: 'i.changed_at desc',
  title: 'i.title collate "und-x-icu"',
  hard: `i.first_tries < ${TOO_FEW}, i.first_right::float / greatest(i.first_tries, 1), i.changed_at desc`,
  easy: `i.first_tries < ${TOO_FEW}, i.first_right::float / greatest(i.first_tries, 1) desc, i.changed_at desc`,
  asked: 'i.asked_at desc nulls last, i.changed_at desc',
};

/** Letters and digits without accents and capitals, as the index has them. */
function wordsOf(search: string): string[] {
  const plain = search
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ı', 'i');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

type Chosen = 'kind' | 'course' | 'misread';

/** What is chosen of that of which there is one list each; none of them: true. */
function facetConditions(
  { kinds, course, misread }: BankAsked,
  give: (value: unknown) => string,
): { of: Chosen; holds: string }[] {
  return [
    { of: 'kind', holds: kinds.length === 0 ? 'true' : `i.kind = any(${give(kinds)}::text[])` },
    {
      of: 'course',
      holds:
        course === null
          ? 'true'
          : `q.id in (select o.id from (${OF_COURSES}) o where o.course = ${give(course)}::uuid)`,
    },
    { of: 'misread', holds: misread === null ? 'true' : `i.misconceptions @> array[${give(misread)}::text]` },
  ];
}

/** Conditions and their values: $1 is who asks, $2 whether they see all. */
function conditionsOf(
  asked: BankAsked,
  { id, seesAll, editedOnly = false, banksOnly = false }: Looking,
  withoutFacets = false,
): { where: string; values: unknown[] } {
  const values: unknown[] = [id, seesAll];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const words = wordsOf(asked.search);
  const all = [
    WHERE[asked.shelf],
    `q.archived_at is ${asked.archived ? 'not null' : 'null'}`,
    `($2::boolean or q.owner_id = $1::uuid or q.course_id is not null or exists (
      select 1 from question_shares h where h.question_id = q.id and (h.user_id is null or h.user_id = $1::uuid))
      or q.lesson_id is not null)`,
    `(q.lesson_id is null or ${OF_LESSON})`,
    ...(editedOnly ? [OF_EDITED] : []),
    ...(banksOnly ? ['q.lesson_id is null'] : []),
  ];
  if (words.length > 0) {
    const query = give(words.map((word) => `'${word}':*`).join(' & '));
    const title = give(words.join(' '));
    all.push(`(i.words @@ to_tsquery('simple', ${query}) or strpos(i.plain_title, ${title}) > 0
      or plain_text(coalesce(u.name, '')) = ${title} or plain_text(coalesce(c.title, '')) = ${title})`);
  } else if (asked.search.trim() !== '') {
    // nothing but signs: they stand in titles, if anywhere
    all.push(`strpos(i.plain_title, plain_text(${give(asked.search.trim())})) > 0`);
  }
  if (!withoutFacets) all.push(...facetConditions(asked, give).map(({ holds }) => holds));
  if (asked.tags.length > 0) all.push(`q.tags @> ${give(asked.tags)}::text[]`);
  if (asked.answered !== null) all.push(ANSWERED[asked.answered]);
  if (asked.right !== null) {
    const [from, to] = [give(asked.right.from), give(asked.right.to)];
    all.push(`i.first_tries >= ${TOO_FEW}
      and 100.0 * i.first_right / i.first_tries between ${from}::float and ${to}::float`);
  }
  return { where: all.join('\n  and '), values };
}

const FROM = `question_index i join questions q on q.id = i.question_id
  left join users u on u.id = q.owner_id
  left join courses c on c.id = q.course_id`;

interface Looking {
  id: string;
  seesAll: boolean;
  /** what is of courses that they edit, and nothing else */
  editedOnly?: boolean;
  /** what stands in lessons is left out */
  banksOnly?: boolean;
}

/** A page of the questions that somebody may look at. */
export async function selectBankPage(pool: Pool, asked: BankAsked, who: Looking): Promise<ListPage<ListedQuestion>> {
  const { where, values } = conditionsOf(asked, who);
  const counted = await pool.query<{ of: number }>(`select count(*)::int as of from ${FROM} where ${where}`, values);
  const place = placeInList(counted.rows[0]?.of ?? 0, asked.page);
  const page = `select q.id, row_number() over (order by ${ORDER[asked.order]}, q.id) as at
    from ${FROM} where ${where} order by ${ORDER[asked.order]}, q.id limit ${PAGE_ROWS} offset ${place.before}`;
  return { ...place, rows: await rowsOfPage(pool, page, values) };
}

/** What there is to choose a quiz from: what fits best comes first. */
export async function selectCandidates(pool: Pool, asked: BankAsked, who: Looking): Promise<Candidate[]> {
  const { where, values } = conditionsOf(asked, who);
  const { rows } = await pool.query<Candidate>(
    `select q.id, i.kind, i.first_tries as "firstTries", i.first_right as "firstRight" from ${FROM} where ${where}
     order by strpos(i.plain_title, $${values.length + 1}) > 0 desc, i.asked_at desc nulls last, i.changed_at desc, q.id
     limit ${MOST_CANDIDATES}`,
    [...values, wordsOf(asked.search).join(' ')],
  );
  return rows;
}

/** The questions of these ids, in their order: what somebody may look at was found out before. */
export function selectBankRows(pool: Pool, ids: readonly string[], who: Looking): Promise<ListedQuestion[]> {
  const page = 'select id, at from unnest($2::uuid[]) with ordinality as given(id, at)';
  return rowsOfPage(pool, page, [who.id, ids]);
}

/** @param page a statement that gives `id` and `at`; $1 of its values is who looks */
async function rowsOfPage(pool: Pool, page: string, values: readonly unknown[]): Promise<ListedQuestion[]> {
  const { rows } = await pool.query<ListedQuestion>(
    `with page as materialized (${page})
    select q.id, i.title, i.kind, i.version, i.changed_at as "changedAt", u.name as owner,
      ${cameFrom('t.question_id = q.id')} as from,
      coalesce(q.owner_id = $1::uuid, false) as mine,
      q.lesson_id is null and (q.course_id is not null or q.owner_id = $1::uuid or exists (
        select 1 from opened_questions o where o.question_id = q.id and o.may in ('copy', 'edit')
          and (o.user_id is null or o.user_id = $1::uuid))) as copies, c.title as course, l.title as lesson, q.tags,
      coalesce(asked.lessons, 0) as lessons, coalesce(asked.quizzes, 0) as quizzes,
      i.first_tries as "firstTries", i.first_right as "firstRight", i.asked_at as "askedAt", i.seconds, i.points,
      v.document->>'promptHtml' as "promptHtml"
    from page
    join questions q on q.id = page.id
    join question_index i on i.question_id = q.id
    join question_versions v on v.question_id = q.id and v.number = i.version
    left join users u on u.id = q.owner_id
    left join courses c on c.id = q.course_id
    left join lessons l on l.id = q.lesson_id
    left join lateral (
      select count(distinct s.id) filter (where s.level_id is not null)::int as lessons,
        count(distinct s.id) filter (where s.level_id is null and s.owner_id = $1::uuid)::int as quizzes
      from question_versions w
      join lesson_questions a on a.question_version_id = w.id
      join lessons s on s.published_id = a.lesson_version_id
      where w.question_id = q.id) asked on true
    order by page.at`,
    [...values],
  );
  return rows;
}

/** A list for each, as one row of JSON each: `found` is what was found, and whether it is of what is chosen. */
const FACETS: Record<keyof BankFacets, string> = {
  kinds: `select kind, count(*)::int as count from found where of_course and of_misread
    group by kind order by count(*) desc, kind`,
  tags: `select t.tag, count(*)::int as count from found cross join unnest(tags) as t(tag)
    where of_kind and of_course and of_misread
    group by t.tag order by count(*) desc, t.tag collate "und-x-icu" limit ${MOST_TAGS}`,
  courses: `select k.id, k.title, count(*)::int as count from (${OF_COURSES}) o
    join found f on f.id = o.id and f.of_kind and f.of_misread
    join courses k on k.id = o.course and k.archived_at is null
    group by k.id, k.title order by k.title collate "und-x-icu", k.id limit ${MOST_COURSES}`,
  misconceptions: `select g.code, g.count, coalesce((select n.name from misconceptions n where n.code = g.code
      and (n.course_id is not null or n.owner_id = $1::uuid) order by n.owner_id nulls last, n.id limit 1), g.code) as name
    from (select m.code, count(*)::int as count from found cross join unnest(misconceptions) as m(code)
      where of_kind and of_course group by m.code order by count(*) desc, m.code limit ${MOST_MISCONCEPTIONS}) g
    order by g.count desc, g.code`,
};

/** How many there are of each kind, course and misconception, and by which tags one may go on: looked for once. */
export function selectBankFacets(pool: Pool, asked: BankAsked, who: Looking): Promise<BankFacets> {
  return facetsOf(pool, asked, who, ['kinds', 'tags', 'courses', 'misconceptions']);
}

/** Kinds and tags alone, where somebody looks for what a quiz may ask. */
export function selectUsualFacets(
  pool: Pool,
  asked: BankAsked,
  who: Looking,
): Promise<Pick<BankFacets, 'kinds' | 'tags'>> {
  return facetsOf(pool, asked, who, ['kinds', 'tags']);
}

async function facetsOf<F extends keyof BankFacets>(
  pool: Pool,
  asked: BankAsked,
  who: Looking,
  names: readonly F[],
): Promise<Pick<BankFacets, F>> {
  const { where, values } = conditionsOf(asked, who, true);
  const chosen = facetConditions(asked, (value) => `$${values.push(value)}`);
  const lists = names.map((name) => `(select coalesce(json_agg(l), '[]') from (${FACETS[name]}) l) as ${name}`);
  const { rows } = await pool.query<Pick<BankFacets, F>>(
    `with found as materialized (
       select q.id, i.kind, q.tags, i.misconceptions, ${chosen.map(({ of, holds }) => `${holds} as of_${of}`).join(', ')}
       from ${FROM} where ${where})
     select ${lists.join(',\n  ')}`,
    values,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a list of lists is one row');
  return row;
}
