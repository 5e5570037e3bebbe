/** What counts in the grade book of a class: categories, weights, what is hidden, and how a total is shown. All in one, or nothing. */
import { z } from 'zod';
import { insertChanges, noteGrades } from '../../../db/activity-changes.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { selectGradeRules, selectLastGradesSetter, updateGradesShown } from '../../../db/gradebook.ts';
import { insertAudit } from '../../../db/users.ts';
import { GRADES_AS } from '../../../domain/activities/gradebook-wire.ts';
import { faultOfScale } from '../../../domain/activities/scale.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { newClassName } from '../../../domain/people/input.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const MOST_CATEGORIES = 30;
const MOST_COLUMNS = 2000;
const MOST_MARKS = 30;
const weight = z.number().min(0).max(1000);

const wanted = {
  /** in the order in which they stand; those that are not among them stay as they are */
  categories: z
    .array(z.strictObject({ id: z.uuid(), name: newClassName, weight, dropLowest: z.number().int().min(0).max(50) }))
    .max(MOST_CATEGORIES),
  /** those that are not among them stay as they are */
  columns: z
    .array(z.strictObject({ id: z.uuid(), categoryId: z.uuid().nullable(), weight, hidden: z.boolean() }))
    .max(MOST_COLUMNS),
  gradesAs: z.enum(GRADES_AS),
  scale: z
    .array(z.strictObject({ name: storable.trim().min(1).max(20), from: z.number().min(0).max(100) }))
    .max(MOST_MARKS)
    .nullable(),
};
const state = z.strictObject(wanted);
type State = z.infer<typeof state>;
/** taken out: what was in these stands outside */
const removed = z.array(z.uuid()).max(MOST_CATEGORIES);

/** What became of what counts. */
export interface SetUpDone {
  /** what brings back what there was, unless somebody changes it meanwhile */
  back: State & { removed: string[]; ifStill: State };
  /** somebody has changed it meanwhile, by name where the account is still there, and theirs stays; null: nobody has */
  kept: { by: string | null } | null;
}

export const setUp = command({
  input: z.strictObject({
    ...{ classId: z.uuid(), ...wanted, removed },
    /** only where all that is named there still is as it says; left out: whatever it is */
    ifStill: state.optional(),
  }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, ifStill, ...asked }): Promise<Outcome<SetUpDone>> => {
    const { categories, columns, gradesAs, scale } = asked;
    if (scale !== null && faultOfScale(scale) !== undefined) return refuse('badInput', 'scale');
    if (scale === null && gradesAs === 'marks') return refuse('badInput', 'scale');
    const ids = categories.map(({ id }) => id);
    if (new Set(ids).size < ids.length) return refuse('badInput', 'categories');
    return database().$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`grades:${classId}`}, 0))`;
      if (ifStill !== undefined && !isSame(await stateOf(tx, classId, ifStill.columns), ifStill)) {
        const kept = { by: await selectLastGradesSetter(tx, classId) };
        return { ok: true as const, back: { ...asked, ifStill }, kept };
      }
      const gone = asked.removed.filter((id) => !ids.includes(id));
      const [others, stored, there] = await Promise.all([
        tx.gradeCategory.count({ where: { id: { in: ids }, classId: { not: classId } } }),
        tx.gradeCategory.findMany({ where: { classId }, select: { id: true, name: true } }),
        tx.activity.findMany({
          where: { classId, OR: [{ id: { in: columns.map(({ id }) => id) } }, { categoryId: { in: gone } }] },
          select: { id: true, weight: true, hidden: true, categoryId: true, category: { select: { name: true } } },
        }),
      ]);
      if (others > 0) return refuse('notFound', 'categories');
      const known = new Map(there.map((one) => [one.id, one]));
      if (columns.some(({ id }) => !known.has(id))) return refuse('notFound', 'columns');
      const stays = stored.filter(({ id }) => !gone.includes(id));
      const names = new Map([...stays, ...categories].map(({ id, name }) => [id, name]));
      if (columns.some(({ categoryId }) => categoryId !== null && !names.has(categoryId)))
        return refuse('badInput', 'columns');
      // what was taken back, and stood in a category that is removed, is among them
      const before = await stateOf(tx, classId, there);
      await tx.gradeCategory.deleteMany({ where: { classId, id: { in: gone } } });
      for (const [place, { id, ...category }] of categories.entries())
        await tx.gradeCategory.upsert({
          where: { id },
          create: { id, classId, place, ...category },
          update: { place, ...category },
        });
      const changed = columns.filter((one) => {
        const was = known.get(one.id);
        return was?.weight !== one.weight || was.hidden !== one.hidden || was.categoryId !== one.categoryId;
      });
      for (const { id, ...data } of changed) await tx.activity.update({ where: { id }, data });
      const placed = new Set(columns.map(({ id }) => id));
      const fallen = there
        .filter(({ id, categoryId }) => !placed.has(id) && categoryId !== null && gone.includes(categoryId))
        .map((one) => ({ ...one, categoryId: null }));
      await insertChanges(
        tx,
        [...changed, ...fallen].map((one) => {
          const was = known.get(one.id);
          const told = (of: { weight?: number; hidden?: boolean } | undefined, category: string | null) => ({
            ...{ weight: of?.weight ?? 1, hidden: of?.hidden ?? false, category },
          });
          return {
            ...{ activityId: one.id, actorId: person.id, what: 'rules' as const },
            before: told(was, was?.category?.name ?? null),
            after: told(one, one.categoryId === null ? null : (names.get(one.categoryId) ?? null)),
          };
        }),
      );
      await updateGradesShown(tx, classId, { gradesAs, scale });
      await noteGrades(tx, classId);
      await insertAudit(tx, {
        ...{ actorId: person.id, action: 'class.grades', subject: classId },
        details: { categories: categories.length, gradesAs, scale: scale === null ? 0 : scale.length },
      });
      const was = new Set(before.categories.map(({ id }) => id));
      const back = {
        ...{ ...before, removed: ids.filter((id) => !was.has(id)) },
        ifStill: await stateOf(tx, classId, there),
      };
      return { ok: true as const, back, kept: null };
    });
  },
});

/** As it is stored: all categories, and of the activities these. */
async function stateOf(tx: Queryable, classId: string, of: readonly { id: string }[]): Promise<State> {
  const [rules, columns] = await Promise.all([
    selectGradeRules(tx, classId),
    tx.activity.findMany({
      where: { classId, id: { in: of.map(({ id }) => id) } },
      orderBy: { id: 'asc' },
      select: { id: true, categoryId: true, weight: true, hidden: true },
    }),
  ]);
  return { ...rules, columns };
}

const isSame = (one: State, other: State): boolean => asText(one) === asText(other);

function asText({ categories, columns, gradesAs, scale }: State): string {
  const parts = [
    ...[gradesAs, scale?.map(({ name, from }) => [name, from]) ?? null],
    categories.map(({ id, name, weight: one, dropLowest }) => [id, name, one, dropLowest]),
    columns
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, categoryId, weight: one, hidden }) => [id, categoryId, one, hidden]),
  ];
  return JSON.stringify(parts);
}
