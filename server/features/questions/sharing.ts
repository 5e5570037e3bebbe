/** Questions of a bank for others: shared, and copied, one or several at once. */
import { z } from 'zod';
import { insertBanked, updateKept } from '../../../db/bank.ts';
import { upsertShare } from '../../../db/bank-shares.ts';
import { database } from '../../../db/client.ts';
import { copyEntries } from '../../../db/misconceptions.ts';
import { insertAudit, selectOptionalByLogin } from '../../../db/users.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { SHARES, type Share } from '../../../domain/people/policies/rule.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { compiled } from './commands.ts';
import { MOST_AT_ONCE, MOST_TAGS } from './keeping.ts';
import { ofQuestion, ofQuestions } from './standing.ts';

const login = storable.max(100).nullable();
const may = z.enum(SHARES).nullable();

/** Lets somebody look at it, copy it or change it; null for `login`: every teacher; null for `may`: not any more. */
export const shareQuestion = command({
  input: z.strictObject({ questionId: z.uuid(), login, may }),
  allow: ofQuestion('question.share'),
  run: async (person, { questionId, login, may }): Promise<Outcome<object>> => {
    const shared = await share(person, [questionId], { login, may });
    return shared.ok ? { ok: true } : shared;
  },
});

/** The same for several. @returns how far each was shared with them before: undoing it brings that back */
export const shareQuestions = command({
  input: z.strictObject({ questionIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE), login, may }),
  allow: ofQuestions('question.share'),
  run: (person, { questionIds, login, may }) => share(person, questionIds, { login, may }),
});

async function share(
  person: Person,
  questionIds: readonly string[],
  { login, may }: { login: string | null; may: Share | null },
): Promise<Outcome<{ before: { questionId: string; may: Share | null }[] }>> {
  const db = database();
  const found = login === null ? undefined : await selectOptionalByLogin(db, login);
  // what a student would be given, the permission table would not open
  const isTeacher = found !== undefined && found.disabledAt === null && can(found.role, 'question.make');
  if (login !== null && (found === undefined || (may !== null && !isTeacher)))
    return refuse('noSuchColleague', 'login');
  const userId = found?.id ?? null;
  const ids = [...new Set(questionIds)];
  return db.$transaction(async (tx) => {
    const shares = await tx.questionShare.findMany({
      where: { questionId: { in: ids }, userId },
      select: { questionId: true, may: true },
    });
    // the database holds no other words (question_shares_may)
    const known = new Map(shares.map((one) => [one.questionId, one.may as Share]));
    for (const questionId of ids) {
      await upsertShare(tx, { questionId, userId, may });
      const details = { userId, may };
      await insertAudit(tx, { actorId: person.id, action: 'question.share', subject: questionId, details });
    }
    return { ok: true, before: ids.map((questionId) => ({ questionId, may: known.get(questionId) ?? null })) };
  });
}

/** A question of one's own that says what this one says now, and has a history of its own. */
export const copyQuestion = command({
  input: z.strictObject({ questionId: z.uuid() }),
  allow: ofQuestion('question.copy'),
  run: async (person, _input, question): Promise<Outcome<{ questionId: string }>> => {
    const made = await copied(person, [question]);
    return made.ok ? { ok: true, questionId: made.questionIds[0] ?? '' } : made;
  },
});

/** The same of several: all of them or none. */
export const copyQuestions = command({
  input: z.strictObject({ questionIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE) }),
  allow: ofQuestions('question.copy'),
  run: (person, _input, questions) => copied(person, questions),
});

async function copied(
  person: Person,
  questions: readonly { id: string; source: string; tags: readonly string[] }[],
): Promise<Outcome<{ questionIds: string[] }> | Refused> {
  const ready: { id: string; tags: readonly string[]; version: Parameters<typeof insertBanked>[2] }[] = [];
  for (const { id, source, tags } of questions) {
    // it was proved when it was made
    const read = await compiled(person, source, { before: source, proved: false });
    if (!read.ok) return read;
    ready.push({ id, tags, version: { source, createdById: person.id, ...read.made } });
  }
  const questionIds = await database().$transaction(async (tx) => {
    const made: string[] = [];
    for (const { id, tags, version } of ready) {
      await copyEntries(tx, id, person.id);
      const copy = await insertBanked(tx, { ownerId: person.id }, version);
      if (tags.length > 0) await updateKept(tx, [copy], { add: tags, remove: [], most: MOST_TAGS });
      made.push(copy);
    }
    return made;
  }, LONG);
  return { ok: true, questionIds };
}

/** Two hundred of them on a busy machine. */
const LONG = { timeout: 60_000 };
