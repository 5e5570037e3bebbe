/** What an account had made, given to another one: questions, quizzes and pictures, each with its history. */
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { notify } from './notify.ts';
import { rowsOf } from './rows.ts';

/** How many of each. */
const counted = { questions: z.number(), quizzes: z.number(), pictures: z.number() };
const counts = z.strictObject(counted);
export type Belongings = z.infer<typeof counts>;

const NOTHING: Belongings = { questions: 0, quizzes: 0, pictures: 0 };

/** What an account has of its own. */
export async function selectBelongings(db: Queryable, userId: string): Promise<Belongings> {
  const [found] = await rowsOf(
    counts,
    db.$queryRaw`
      select (select count(*)::int from questions where owner_id = ${userId}::uuid) as questions,
        (select count(*)::int from lessons where owner_id = ${userId}::uuid) as quizzes,
        (select count(*)::int from picture_uploads where user_id = ${userId}::uuid) as pictures`,
  );
  return found ?? NOTHING;
}

/** In a transaction that has locked both accounts. A picture that both have put in stays where it is: nothing of it is missing to either. */
export async function insertHandover(
  db: Queryable,
  { fromId, toId, madeById }: { fromId: string; toId: string; madeById: string },
): Promise<{ handoverId: string; moved: Belongings }> {
  const { id } = await db.handover.create({ data: { fromId, toId, madeById }, select: { id: true } });
  const [moved] = await rowsOf(
    counts,
    db.$queryRaw`
      with q as (update questions set owner_id = ${toId}::uuid where owner_id = ${fromId}::uuid returning id),
      s as (update lessons set owner_id = ${toId}::uuid where owner_id = ${fromId}::uuid returning id),
      p as (
        update picture_uploads u set user_id = ${toId}::uuid
        where u.user_id = ${fromId}::uuid and not exists (
          select 1 from picture_uploads o where o.picture_id = u.picture_id and o.user_id = ${toId}::uuid)
        returning u.picture_id as id),
      noted as (
        insert into handover_things (handover_id, question_id, lesson_id, picture_id)
        select ${id}::uuid, id, null::uuid, null::uuid from q
        union all select ${id}::uuid, null, id, null from s
        union all select ${id}::uuid, null, null, id from p)
      select (select count(*)::int from q) as questions, (select count(*)::int from s) as quizzes,
        (select count(*)::int from p) as pictures`,
  );
  await notify(db, { about: 'notice', user: toId });
  return { handoverId: id, moved: moved ?? NOTHING };
}

/**
 * Gives back what is still where it went, as it is by now. In a transaction.
 * @returns undefined: there is nothing to give back, or it was given back already
 */
export async function undoHandover(
  db: Queryable,
  { handoverId, undoneById }: { handoverId: string; undoneById: string },
): Promise<{ fromId: string; toId: string; back: Belongings } | undefined> {
  const handover = await db.handover.findUnique({ where: { id: handoverId }, select: { fromId: true, toId: true } });
  const { fromId, toId } = handover ?? {};
  if (!fromId || !toId) return undefined;
  await lockAccounts(db, [fromId, toId]);
  const marked = await db.$executeRaw`
    update handovers set undone_at = now(), undone_by_id = ${undoneById}::uuid
    where id = ${handoverId}::uuid and undone_at is null`;
  if (marked === 0) return undefined;
  const [back] = await rowsOf(
    counts,
    db.$queryRaw`
      with things as (select question_id, lesson_id, picture_id from handover_things where handover_id = ${handoverId}::uuid),
      q as (
        update questions set owner_id = ${fromId}::uuid
        where owner_id = ${toId}::uuid and id in (select question_id from things) returning 1),
      s as (
        update lessons set owner_id = ${fromId}::uuid
        where owner_id = ${toId}::uuid and id in (select lesson_id from things) returning 1),
      p as (
        update picture_uploads u set user_id = ${fromId}::uuid
        where u.user_id = ${toId}::uuid and u.picture_id in (select picture_id from things) and not exists (
          select 1 from picture_uploads o where o.picture_id = u.picture_id and o.user_id = ${fromId}::uuid)
        returning 1)
      select (select count(*)::int from q) as questions, (select count(*)::int from s) as quizzes,
        (select count(*)::int from p) as pictures`,
  );
  return { fromId, toId, back: back ?? NOTHING };
}

/** Two handovers at once would each find what the other moves. */
export async function lockAccounts(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`select 1 from users where id = any(${[...ids]}::uuid[]) order by id for no key update`;
}

const handover = z.strictObject({
  ...counted,
  id: z.string(),
  at: z.date(),
  to: z.string().nullable(),
  undone: z.boolean(),
});

/** What was handed over from an account, the newest first. */
export async function selectHandovers(db: Queryable, userId: string): Promise<z.infer<typeof handover>[]> {
  return rowsOf(
    handover,
    db.$queryRaw`
      select h.id, h.created_at as at, u.name as to, h.undone_at is not null as undone,
        count(t.question_id)::int as questions, count(t.lesson_id)::int as quizzes, count(t.picture_id)::int as pictures
      from handovers h left join users u on u.id = h.to_id left join handover_things t on t.handover_id = h.id
      where h.from_id = ${userId}::uuid
      group by h.id, u.name order by h.created_at desc limit 50`,
  );
}

/** Who a thing `q` that belongs to somebody came from, as SQL; null: it was theirs from the start. @param is which thing `t` it is */
export const cameFrom = (is: string): string =>
  `(select f.name from handover_things t join handovers h on h.id = t.handover_id join users f on f.id = h.from_id
    where ${is} and h.to_id = q.owner_id and h.undone_at is null order by h.created_at desc limit 1)`;
