/**
 * Answers that are tried and not handed in. A row lives until whoever asked has read the result: payload and result go
 * together, and what nobody asks for any more is swept out.
 */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import { answerDocument, questionDocument, readQuestion, verdictDocument } from '../domain/documents/formats.ts';
import type { Question } from '../domain/question.ts';
import type { Verdict } from '../domain/results/verdict.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { notify } from './notify.ts';
import { enqueueTry } from './queue.ts';
import { rowsOf } from './rows.ts';

/** An account, or a player's seat in a live room. */
export type Trier = { user: string } | { seat: string };
/** One of them, a solution that is proved before it is published, or somebody without either. */
export type Asker = Trier | { proof: string } | 'stranger';

export interface TryPayload {
  question: Question;
  answer: Answer;
  seed: string;
  /** `run`: the visible examples of code and no other test; `submit`: the whole, for what is nobody's homework */
  mode: 'run' | 'submit';
}

const PROOF = 'proof:';

/** Whether a try is of a solution, by its asker: whoever asks may know all of it. */
export const isProof = (asker: string): boolean => asker.startsWith(PROOF);

/** So long a result waits to be read, and a try to be graded. */
const UNREAD_SECONDS = 120;
const WAITING_SECONDS = 900;

/** Stores a try with its job. A newer one of the same account or seat takes the place of the one before. */
export async function insertTry(db: Queryable, asker: Asker, payload: TryPayload, runsCode: boolean): Promise<string> {
  const id = randomUUID();
  const { key, ...view } = payload.question;
  const question = { ...questionDocument.write(view), key };
  const stored = toJson({ ...payload, question, answer: answerDocument.write(payload.answer) });
  await db.$executeRaw`
    insert into tries (id, asker, payload) values (${id}::uuid, ${nameOf(asker, id)}, ${stored}::jsonb)
    on conflict (asker) do update set id = excluded.id, payload = excluded.payload, verdict = null, created_at = now()`;
  await enqueueTry(db, id, asker, runsCode);
  return id;
}

/** Strangers' tries that wait or run; held still until the transaction ends, so that no two count the last place. */
export async function countStrangersTries(db: Queryable): Promise<number> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('tries:strangers', 0))`;
  const [row] = await rowsOf(
    z.strictObject({ tries: z.int() }),
    db.$queryRaw`
    select count(*)::int as tries from tries where asker like 'stranger:%' and payload is not null`,
  );
  return row?.tries ?? 0;
}

/** A try that is not graded yet; undefined where it is, or was replaced or swept out. */
export async function selectOptionalTry(
  db: Queryable,
  id: string,
): Promise<(TryPayload & { asker: string }) | undefined> {
  const row = await db.triedAnswer.findUnique({ where: { id }, select: { payload: true, asker: true } });
  if (row === null || row.payload === null) return undefined;
  // what was parsed when it came in is trusted when it is read
  const payload = row.payload as unknown as TryPayload;
  const { key: storedKey, ...stored } = payload.question;
  const { document, key } = readQuestion(stored, storedKey);
  return {
    ...payload,
    question: { ...document, key } as Question,
    answer: answerDocument.trust(payload.answer),
    asker: row.asker,
  };
}

/** Puts the result in the payload's place, with the hint to who asked; nothing, where a newer try has come instead. */
export async function answerTry(db: Queryable, id: string, asker: string, given: Verdict): Promise<void> {
  const result = toJson(verdictDocument.write(given));
  const answered = await db.$executeRaw`
    update tries set payload = null, verdict = ${result}::jsonb, created_at = now()
    where id = ${id}::uuid and payload is not null`;
  if (answered === 0) return;
  const [kind, of] = asker.split(':');
  if (kind === 'user') await notify(db, { about: 'tried', try: id, user: of });
  if (kind === 'seat') await notify(db, { about: 'tried', try: id, seat: of });
}

/** Takes a result out: it is read once. @returns `waiting`: not graded yet; `gone`: read, replaced, swept out or lost */
export async function takeTry(db: Queryable, id: string, asker: Asker): Promise<Verdict | 'waiting' | 'gone'> {
  const name = nameOf(asker, id);
  const [taken] = await rowsOf(
    z.strictObject({ verdict: z.unknown() }),
    db.$queryRaw`
    delete from tries where id = ${id}::uuid and asker = ${name} and verdict is not null returning verdict`,
  );
  if (taken !== undefined) return verdictDocument.read(taken.verdict);
  return (await db.triedAnswer.count({ where: { id, asker: name } })) === 1 ? 'waiting' : 'gone';
}

/** Nobody waits for it any more: it is not graded, where that has not begun. */
export async function deleteTry(db: Queryable, id: string): Promise<void> {
  await db.$executeRaw`delete from tries where id = ${id}::uuid`;
}

/** @returns how many of which nobody took the result, or which nobody graded, are gone now */
export async function deleteOldTries(db: Queryable): Promise<number> {
  return db.$executeRaw`
    delete from tries where created_at < now() - interval '1 second' *
      case when verdict is null then ${WAITING_SECONDS}::int else ${UNREAD_SECONDS}::int end`;
}

function nameOf(asker: Asker, id: string): string {
  if (asker === 'stranger') return `stranger:${id}`;
  if ('proof' in asker) return `${PROOF}${asker.proof}`;
  return 'user' in asker ? `user:${asker.user}` : `seat:${asker.seat}`;
}
