/** Answers of a class to one question as they are at this moment, kept to be shown side by side. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { deleteSnapshot, insertSnapshot, selectOptionalSnapshot, selectSnapshots } from '../../../db/snapshots.ts';
import { insertAudit } from '../../../db/users.ts';
import { MOST_SIDE_BY_SIDE, type ShownSnapshot, type SnapshotLine } from '../../../domain/class-now/snapshot.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command, type Standing } from '../contract.ts';
import { ofClass, toClass } from '../standing.ts';
import { selectOptionalDraft } from './drafts.ts';

const input = z.strictObject({
  classId: z.uuid(),
  lessonId: z.uuid(),
  questionId: storable.max(100),
  /** whose, in the order in which they are shown */
  students: z.array(z.uuid()).min(1).max(MOST_SIDE_BY_SIDE),
});

/** Keeps what they have typed, or else handed in last; who has nothing is left out. */
export const takeSnapshot = command({
  input,
  allow: ofClass('draft.see'),
  run: async (person, { classId, lessonId, questionId, students }): Promise<Outcome<{ snapshot: string }>> => {
    const db = database();
    const found = await Promise.all(
      [...new Set(students)].map(async (userId) => {
        const one = await selectOptionalDraft(db, { classId, userId, lessonId, questionId });
        const answer = one?.answer ?? one?.last?.answer;
        return one === undefined || answer === undefined
          ? []
          : [{ userId, answer, variantId: one.question.variant ?? null, versionId: one.versionId }];
      }),
    );
    const answers = found.flat();
    const [first] = answers;
    if (first === undefined) return refuse('nothingTyped');
    const id = await db.$transaction(async (tx) => {
      const { versionId } = first;
      const taken = await insertSnapshot(tx, { classId, versionId, questionId, takenById: person.id, answers });
      const details = { classId, lessonId, questionId, snapshot: taken };
      for (const { userId } of answers)
        await insertAudit(tx, { actorId: person.id, action: 'draft.kept', subject: userId, details });
      return taken;
    });
    return { ok: true, snapshot: id };
  },
});

/** Those of a class, the newest first. */
export const readSnapshots = command({
  input: z.strictObject({ classId: z.uuid() }),
  allow: ofClass('draft.see'),
  run: async (_person, { classId }): Promise<Outcome<{ snapshots: SnapshotLine[] }>> => ({
    ok: true,
    snapshots: await selectSnapshots(database(), classId),
  }),
});

async function toSnapshot(
  person: Person,
  { snapshot }: { snapshot: string },
): Promise<Standing<ShownSnapshot> | Refused> {
  const found = await selectOptionalSnapshot(database(), snapshot);
  return found === undefined ? refuse('notFound') : { relation: await toClass(person, found.classId), found };
}
const one = {
  input: z.strictObject({ snapshot: z.uuid() }),
  allow: { action: 'draft.see', standing: toSnapshot },
} as const;

/** One of them, with its answers. */
export const readSnapshot = command({
  ...one,
  run: async (_person, _input, shown): Promise<Outcome<{ shown: ShownSnapshot }>> => ({ ok: true, shown }),
});

/** Throws one away. */
export const dropSnapshot = command({
  ...one,
  run: async (_person, { snapshot }): Promise<Outcome<object>> => {
    await deleteSnapshot(database(), snapshot);
    return { ok: true };
  },
});
