/**
 * What authors have typed and not published, and who has an editor open. A row outlives its text for a month: it says when that
 * was published or thrown away, so that a save which was on its way then cannot bring it back.
 */
import { z } from 'zod';
import type { HeldDraft, OtherAuthor } from '../domain/drafting.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** Whose, and of what: one of the three. */
export interface DraftPlace {
  userId: string;
  questionId: string | null;
  lessonId: string | null;
  /** a question that was never saved: which one its editor named so */
  newId: string | null;
}

const held = z.strictObject({ source: z.string().nullable(), base: z.number(), writtenAt: z.date().nullable() });

function readHeld(row: z.infer<typeof held> | undefined): HeldDraft | null {
  if (row?.writtenAt == null) return null;
  return { at: row.writtenAt.getTime(), text: row.source === null ? null : { source: row.source, base: row.base } };
}

/** Notes that the editor is open. @returns what was typed or thrown away before; null: nothing */
export async function seeAuthorDraft(db: Queryable, place: DraftPlace): Promise<HeldDraft | null> {
  const { userId, questionId, lessonId, newId } = place;
  const [row] = await rowsOf(
    held,
    db.$queryRaw`
      insert into author_drafts as d (user_id, question_id, lesson_id, new_id)
      values (${userId}::uuid, ${questionId}::uuid, ${lessonId}::uuid, ${newId}::uuid)
      on conflict (user_id, question_id, lesson_id, new_id) do update set
        since = case when d.source is null and d.seen_at < now() - interval '90 seconds' then now() else d.since end,
        seen_at = now()
      returning source, base, written_at as "writtenAt"`,
  );
  return readHeld(row);
}

/**
 * Stores a text unless a newer one, or a later end of it, is there.
 * @param follows the texts that it may be written over, by when they were typed; null: any older one
 * @returns whether it did
 */
export async function upsertAuthorDraft(
  db: Queryable,
  { userId, questionId, lessonId, newId }: DraftPlace,
  { source, base, at, follows }: { source: string; base: number; at: Date; follows: readonly Date[] | null },
): Promise<boolean> {
  const stored = await db.$executeRaw`
    insert into author_drafts as d (user_id, question_id, lesson_id, new_id, source, base, written_at, saved_at)
    values (${userId}::uuid, ${questionId}::uuid, ${lessonId}::uuid, ${newId}::uuid, ${source}, ${base}, ${at}, now())
    on conflict (user_id, question_id, lesson_id, new_id) do update set
      since = case when d.source is null then now() else d.since end,
      source = excluded.source, base = excluded.base, written_at = excluded.written_at, saved_at = now(), seen_at = now()
    where (d.written_at is null or d.written_at < excluded.written_at
        or (d.written_at = excluded.written_at and d.source is not null))
      and (${follows === null} or d.source is null or d.source = excluded.source
        or d.written_at = any(${follows ?? []}::timestamptz[]))`;
  return stored > 0;
}

/**
 * Ends what was typed until then: it is published, or thrown away. What was typed later stays.
 * @param follows the texts that may be thrown away, by when they were typed; null: any older one
 * @param only the text that was published: another one, of another window, stays; null: whichever it is
 * @returns whether nothing is there any more
 */
export async function endAuthorDraft(
  db: Queryable,
  { userId, questionId, lessonId, newId }: DraftPlace,
  at: Date,
  follows: readonly Date[] | null = null,
  only: string | null = null,
): Promise<boolean> {
  const ended = await db.$executeRaw`
    insert into author_drafts as d (user_id, question_id, lesson_id, new_id, written_at, seen_at)
    values (${userId}::uuid, ${questionId}::uuid, ${lessonId}::uuid, ${newId}::uuid, ${at}, 'epoch')
    on conflict (user_id, question_id, lesson_id, new_id) do update set
      since = now(), source = null, base = 0, saved_at = null, written_at = excluded.written_at
    where d.written_at is null or (d.written_at <= excluded.written_at
      and (${follows === null} or d.source is null or d.written_at = any(${follows ?? []}::timestamptz[]))
      and (${only}::text is null or d.source is null or d.source = ${only}))`;
  return ended > 0;
}

const other = z.strictObject({ name: z.string(), since: z.date(), savedAt: z.date().nullable(), here: z.boolean() });

/** Who else has a draft of it, of the last month, or has it open; those who began first come first. */
export async function selectOtherAuthors(
  db: Queryable,
  { userId, questionId, lessonId }: DraftPlace,
): Promise<OtherAuthor[]> {
  if (questionId === null && lessonId === null) return [];
  const rows = await rowsOf(
    other,
    db.$queryRaw`
      select u.name, d.since, d.saved_at as "savedAt", d.seen_at > now() - interval '90 seconds' as here
      from author_drafts d join users u on u.id = d.user_id
      where (d.question_id = ${questionId}::uuid or d.lesson_id = ${lessonId}::uuid)
        and d.user_id <> ${userId}::uuid and u.disabled_at is null
        and (d.seen_at > now() - interval '90 seconds' or d.saved_at > now() - interval '30 days')
      order by d.since, d.id limit 20`,
  );
  return rows.map(({ since, savedAt, ...row }) => ({
    ...row,
    since: since.getTime(),
    savedAt: savedAt?.getTime() ?? null,
  }));
}

const unsaved = z.strictObject({ id: z.string(), source: z.string(), typedAt: z.date() });

/** The newest of what somebody has typed into new questions and not saved as any: the last typed into comes first. */
export async function selectUnsavedQuestions(db: Queryable, userId: string, most: number) {
  return rowsOf(
    unsaved,
    db.$queryRaw`
      select new_id as id, source, written_at as "typedAt"
      from author_drafts
      where user_id = ${userId}::uuid and new_id is not null and source is not null
      order by written_at desc, id limit ${most}`,
  );
}

/** New questions of somebody that were saved or thrown away lately: a browser may have kept what was typed into them. */
export async function selectEndedQuestions(db: Queryable, userId: string): Promise<string[]> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      select new_id as id from author_drafts
      where user_id = ${userId}::uuid and new_id is not null and source is null and written_at is not null`,
  );
  return rows.map(({ id }) => id);
}

/** Rows of somebody that have said nothing for a month. */
export async function deleteOldAuthorDrafts(db: Queryable, userId: string): Promise<void> {
  await db.$executeRaw`
    delete from author_drafts
    where user_id = ${userId}::uuid and source is null and seen_at < now() - interval '30 days'
      and (written_at is null or written_at < now() - interval '30 days')`;
}
