/** What went wrong for one student and may be practised again: read from what was handed in and what rooms had, never stored twice. */
import { z } from 'zod';
import { cardDocument } from '../domain/documents/formats.ts';
import type { PracticeCard, PracticeFact } from '../domain/practising/card.ts';
import { cardOf, ratingOf } from '../domain/practising/spacing.ts';
import { RESULTS } from '../domain/results/verdict.ts';
import type { Queryable } from './client.ts';
import { Prisma } from './generated/client.ts';
import { toJson } from './json.ts';
import { rowsOf } from './rows.ts';

/** Where a question was asked. `live`: in a room, which is over. */
interface PracticePlace {
  lessonId: string;
  /** that it was asked in */
  versionId: string;
  name: string;
  live: boolean;
}

/** A question that went wrong. */
export interface Missed {
  ref: string;
  title: string | null;
  /** a misconception that the newest answers showed, as it is called */
  misconception: string | null;
  /** how often it went wrong, or partly */
  wrong: number;
  lastWrongAt: Date;
  /** the newest miss was partly right */
  partly: boolean;
  /** right answers since, practised or not; of several within hours the first counts */
  right: number;
  /** the newest first */
  places: PracticePlace[];
  card: PracticeCard;
  /** not any more, until it is brought back */
  aside: boolean;
}

/** The misconceptions of a verdict that its student may hear of: what only hidden tests show is not told. */
const toldOf = (verdict: Prisma.Sql): Prisma.Sql => Prisma.sql`array(
  select shown->>'id' from jsonb_array_elements(
    case jsonb_typeof(${verdict}->'misconceptions') when 'array' then ${verdict}->'misconceptions' else '[]' end) shown
  where shown->'hidden' is distinct from 'true')`;

/** Of the answers of user $1: each with how it went by the verdict that counts; and what rooms had, of classes they are in. */
const answered = (userId: string, ref: string | null): Prisma.Sql => Prisma.sql`
answered as (
  select s.question_ref as ref, s.lesson_id, s.lesson_version_id, s.question_id as name, false as live,
    s.purpose <> 'submit' as practised, s.created_at as at, s.hints_taken as hints, v.result, ${toldOf(Prisma.sql`v.detail`)} as misconceptions
  from submissions s
  cross join lateral (
    select outcome, result, detail from verdicts v where v.submission_id = s.id
    order by v.grader = 'teacher' desc, v.created_at desc limit 1) v
  where s.user_id = ${userId}::uuid and s.purpose <> 'run' and v.outcome = 'graded'
    and v.result not in ('undecided', 'received') and (${ref}::uuid is null or s.question_ref = ${ref}::uuid)
  union all
  select e.question_id, r.lesson_id, r.lesson_version_id, q.name, true, false, r.ended_at, 0,
    case when e.points >= e.max_points then 'pass' when e.points > 0 then 'partial' else 'fail' end,
    array(select m.code from live_misread m
      join live_answers a on a.session_id = m.session_id and a.round = m.round and a.player_id = m.player_id
      where m.session_id = r.id and m.player_id = p.id and r.state->'rounds'->m.round->>'questionId' = q.name
        and (a.verdict is null or m.code = any(${toldOf(Prisma.sql`a.verdict`)})) order by m.code)
  from players p
  join live_sessions r on r.id = p.session_id and r.ended_at is not null
  join live_earned e on e.session_id = p.session_id and e.player_id = p.id and e.points is not null and e.max_points > 0
  join lesson_questions q on q.lesson_version_id = r.lesson_version_id
  join question_versions w on w.id = q.question_version_id and w.question_id = e.question_id
  where p.user_id = ${userId}::uuid and p.removed_at is null and not p.rehearsal
    and (${ref}::uuid is null or e.question_id = ${ref}::uuid)
    and (r.class_id is null or exists (
      select 1 from enrolments n join classes c on c.id = n.class_id and c.archived_at is null
      where n.class_id = r.class_id and n.user_id = p.user_id and n.role = 'student')))`;

const missed = z.strictObject({
  ref: z.uuid(),
  title: z.string().nullable(),
  misconception: z.string().nullable(),
  wrong: z.int(),
  lastWrongAt: z.date(),
  partly: z.boolean(),
  right: z.int(),
  misses: z.array(z.tuple([z.number(), z.boolean(), z.boolean()])),
  places: z.array(z.strictObject({ lessonId: z.uuid(), versionId: z.uuid(), name: z.string(), live: z.boolean() })),
  card: z.unknown(),
  aside: z.boolean(),
});

/**
 * The questions that went wrong for somebody, each with the day on which it comes again; of those that are withdrawn none. What a
 * corrected key has made right is not among them.
 * @param ref only this one; null: all
 */
export async function selectMissed(db: Queryable, userId: string, ref: string | null = null): Promise<Missed[]> {
  const rows = await rowsOf(
    missed,
    db.$queryRaw`
    with ${answered(userId, ref)},
    -- of what is practised the first answer counts: its solution may be shown with it
    counted as (select * from (
      select a.*, max(at) filter (where practised) over (
        partition by ref order by at rows between unbounded preceding and 1 preceding) as before from answered a) one
      where not practised or before is null or at >= before + interval '12 hours'),
    wrong as (select ref, max(at) as at from counted where result <> 'pass' group by ref),
    places as (
      select ref, jsonb_agg(jsonb_build_object('lessonId', lesson_id, 'versionId', lesson_version_id, 'name', name, 'live', live)
        order by at desc, lesson_id) as all
      from (select distinct on (a.ref, a.lesson_id, a.live) a.* from answered a join wrong using (ref)
        order by a.ref, a.lesson_id, a.live, a.at desc) newest group by ref)
    select w.ref, i.title, shown.name as misconception, w.at as "lastWrongAt", p.all as places, c.card,
      c.aside_at is not null as aside, t.wrong, t.right, t.partly, t.misses
    from wrong w
    join places p using (ref)
    join questions q on q.id = w.ref and q.archived_at is null
    left join question_index i on i.question_id = w.ref
    left join practice_cards c on c.user_id = ${userId}::uuid and c.question_id = w.ref
    cross join lateral (
      select count(*) filter (where a.result <> 'pass')::int as wrong,
        count(*) filter (where a.result = 'pass' and a.at > w.at)::int as right,
        bool_or(a.at = w.at and a.result = 'partial') as partly,
        jsonb_agg(jsonb_build_array(extract(epoch from a.at)::float8 * 1000, a.result = 'partial', a.practised) order by a.at)
          filter (where a.result <> 'pass') as misses
      from counted a where a.ref = w.ref) t
    left join lateral (
      select m.name from counted a cross join unnest(a.misconceptions) as shows(code)
      join misconceptions m on m.code = shows.code
      left join lessons home on home.id = q.lesson_id left join levels v on v.id = home.level_id
      where a.ref = w.ref and a.result <> 'pass' and (m.course_id is not null or m.owner_id = q.owner_id)
      order by a.at desc, m.course_id is distinct from coalesce(q.course_id, v.course_id), m.id limit 1) shown on true`,
  );
  return rows.flatMap(({ misses, card, ...row }) => {
    const known = card === null ? null : cardDocument.read(card);
    const since = misses.flatMap(([at, partly, practised]): PracticeFact[] =>
      known !== null && at <= known.lastReview ? [] : [{ at, rating: partly ? 'partly' : 'wrong', practised }],
    );
    const now = cardOf(since, known);
    return now === null ? [] : [{ ...row, card: now }];
  });
}

const factRow = z.strictObject({ at: z.number(), result: z.enum(RESULTS), practised: z.boolean(), hints: z.int() });

/**
 * Reckons a card anew from all that its student has answered, and keeps it: the same however often it is done. To be called in the
 * transaction that stores a verdict on something practised.
 */
export async function updateCard(db: Queryable, of: { userId: string; submissionId: string }): Promise<void> {
  const found = await db.submission.findUnique({ where: { id: of.submissionId }, select: { questionRef: true } });
  if (found === null) return;
  const { questionRef: ref } = found;
  // two verdicts at once: the later one knows both
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`card:${of.userId}:${ref}`}, 0))`;
  const rows = await rowsOf(
    factRow,
    db.$queryRaw`with ${answered(of.userId, ref)}
      select extract(epoch from at)::float8 * 1000 as at, result, practised, hints from answered order by at`,
  );
  const card = cardOf(
    rows.flatMap(({ at, result, practised, hints }): PracticeFact[] => {
      const rating = ratingOf(result, practised ? hints : 0);
      return rating === null ? [] : [{ at, rating, practised }];
    }),
  );
  if (card === null) return;
  const kept = { card: toJson(cardDocument.write(card)), updatedAt: new Date() };
  const place = { userId: of.userId, questionId: ref };
  await db.practiceCard.upsert({ where: { userId_questionId: place }, create: { ...place, ...kept }, update: kept });
}

/** A question is not asked again until it is brought back, or is. */
export async function updateAside(
  db: Queryable,
  { userId, ref, aside }: { userId: string; ref: string; aside: boolean },
): Promise<void> {
  await db.$executeRaw`
    insert into practice_cards (user_id, question_id, aside_at)
    values (${userId}::uuid, ${ref}::uuid, case when ${aside} then now() end)
    on conflict (user_id, question_id) do update set aside_at = excluded.aside_at, updated_at = now()`;
}

/** The questions that somebody has practised again since a moment. */
export async function selectPractisedSince(db: Queryable, userId: string, since: Date): Promise<Set<string>> {
  const rows = await rowsOf(
    z.strictObject({ ref: z.uuid() }),
    db.$queryRaw`select distinct question_ref as ref from submissions
      where user_id = ${userId}::uuid and purpose = 'again' and created_at >= ${since}`,
  );
  return new Set(rows.map(({ ref }) => ref));
}

/** The questions of rooms that play now, in which somebody sits or whose class they are in: a verdict at home would tell their keys. */
export async function selectPlayedNow(db: Queryable, userId: string): Promise<Set<string>> {
  const rows = await rowsOf(
    z.strictObject({ ref: z.uuid() }),
    db.$queryRaw`
    select distinct v.question_id as ref from live_sessions s
    join lesson_questions q on q.lesson_version_id = s.lesson_version_id
    join question_versions v on v.id = q.question_version_id
    where s.ended_at is null and (
      exists (select 1 from players p where p.session_id = s.id and p.user_id = ${userId}::uuid and p.removed_at is null)
      or s.class_id in (select e.class_id from enrolments e where e.user_id = ${userId}::uuid and e.role = 'student'))`,
  );
  return new Set(rows.map(({ ref }) => ref));
}

/** A lesson or quiz as it is published, with what it asks of some questions. */
export interface PublishedPlace {
  id: string;
  slug: string;
  title: string;
  isQuiz: boolean;
  versionId: string;
  /** the names under which it asks them */
  names: ReadonlyMap<string, string>;
}

/** Those of these lessons and quizzes that are published and not taken away. @param refs the questions that are looked for in them */
export async function selectPublishedPlaces(
  db: Queryable,
  lessonIds: readonly string[],
  refs: readonly string[],
): Promise<Map<string, PublishedPlace>> {
  const row = z.strictObject({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    isQuiz: z.boolean(),
    versionId: z.uuid(),
    names: z.record(z.string(), z.string()),
  });
  const rows = await rowsOf(
    row,
    db.$queryRaw`
    select l.id, l.slug, l.title, l.level_id is null as "isQuiz", l.published_id as "versionId", coalesce((
      select jsonb_object_agg(v.question_id, q.name) from lesson_questions q
      join question_versions v on v.id = q.question_version_id
      where q.lesson_version_id = l.published_id and v.question_id = any(${[...refs]}::uuid[])), '{}') as names
    from lessons l where l.id = any(${[...lessonIds]}::uuid[]) and l.published_id is not null and l.archived_at is null`,
  );
  return new Map(rows.map(({ names, ...one }) => [one.id, { ...one, names: new Map(Object.entries(names)) }]));
}

export interface EarnedAt {
  points: number;
  maxPoints: number;
  attempts: number;
}

/** What somebody has earned at these questions, by lesson and the name of the question in it. */
export async function selectEarnedAt(
  db: Queryable,
  userId: string,
  refs: readonly string[],
): Promise<(lessonId: string, name: string) => EarnedAt | null> {
  const rows = await db.score.findMany({
    where: { userId, questionRef: { in: [...refs] } },
    select: { lessonId: true, questionId: true, points: true, maxPoints: true, attempts: true },
  });
  const byPlace = new Map(rows.map(({ lessonId, questionId, ...earned }) => [`${lessonId} ${questionId}`, earned]));
  return (lessonId, name) => byPlace.get(`${lessonId} ${name}`) ?? null;
}

/** By whose clock somebody's days go: that of the first of their classes that has one; null: none has. */
export async function selectOwnZone(db: Queryable, userId: string): Promise<string | null> {
  const found = await db.class.findFirst({
    where: { archivedAt: null, timeZone: { not: null }, enrolments: { some: { userId } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { timeZone: true },
  });
  return found?.timeZone ?? null;
}

/** Values that somebody drew to practise a question and has not answered; undefined: none. */
export async function selectOptionalApart(db: Queryable, userId: string, ref: string): Promise<string | undefined> {
  const found = await db.questionVariant.findFirst({
    where: { userId, questionId: ref, apart: true, submissions: { none: {} } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return found?.id;
}
