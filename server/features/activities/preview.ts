/** What a change of rules, or of what one student has instead, would change in points: before it is made. */
import { z } from 'zod';
import { classRulesOf, selectOptionalFacts } from '../../../db/activity-facts.ts';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import type { ClassRules, StudentFacts } from '../../../domain/activities/facts.ts';
import { datesFor } from '../../../domain/activities/override.ts';
import { rulesOf } from '../../../domain/activities/settings.ts';
import type { PointsChange } from '../../../domain/activities/told.ts';
import { sortByName } from '../../../domain/people/name-order.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';
import { givenRules } from './give.ts';
import { overrideInput } from './overrides.ts';
import { workResults } from './results.ts';

export const previewChange = command({
  input: z.strictObject({
    classId: z.uuid(),
    /** a lesson or quiz that the class was given; of one that it was not nothing changes */
    lessonId: z.uuid(),
    rules: z.strictObject(givenRules).optional(),
    override: z.strictObject({ userId: z.uuid(), ...overrideInput }).optional(),
  }),
  allow: ofClass('class.results'),
  run: async (_person, { classId, lessonId, rules, override }): Promise<Outcome<{ changes: PointsChange[] }>> => {
    const db = database();
    const found = await db.activity.findUnique({ where: { classId_lessonId: { classId, lessonId } } });
    if (found === null) return { ok: true, changes: [] };
    const facts = await selectOptionalFacts(db, found.id, override === undefined ? undefined : [override.userId]);
    if (facts === undefined) return refuse('notFound', 'lessonId');
    const then: ClassRules =
      rules === undefined ? classRulesOf(found) : { ...facts.rules, ...rulesOf(rules), ...resultRules(rules) };
    const asIf = (student: StudentFacts): StudentFacts =>
      override?.userId === student.userId
        ? { ...student, override: { ...override, until: at(override.until) } }
        : student;
    const before = workResults(facts);
    const after = workResults(facts, then, asIf);
    const byHand = await db.activityPoints.findMany({ where: { activityId: found.id }, select: { userId: true } });
    const given = new Set(byHand.map(({ userId }) => userId));
    const now = (await databaseNow(db)).getTime();
    /** null: nothing is handed in, and something still can be: that counts not at all, and is 0 once it is closed */
    const pointsOf = (
      rules: ClassRules,
      { userId, override: own }: StudentFacts,
      results: typeof before,
    ): number | null => {
      const { points = 0, handedIn = 0 } = results.get(userId) ?? {};
      const { closesAt } = datesFor(rules, own);
      return handedIn > 0 || given.has(userId) || (closesAt !== null && now > closesAt) ? points : null;
    };
    const only = rules === undefined ? facts.only : rules.students === null ? null : new Set(rules.students);
    const changed = facts.students.flatMap((student) => {
      const { userId, override: own } = student;
      // who is excused has no points that could change
      if (own.excused && override?.excused !== false) return [];
      const has = (set: ReadonlySet<string> | null): boolean => set === null || set.has(userId);
      const one = has(facts.only) ? pointsOf(facts.rules, student, before) : null;
      const other = has(only) ? pointsOf(then, asIf(student), after) : null;
      return one === other ? [] : [{ userId, before: one, after: other }];
    });
    const people = await db.user.findMany({
      where: { id: { in: changed.map(({ userId }) => userId) } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const changes = changed.map(({ userId: id, ...points }) => ({ id, name: names.get(id) ?? '', ...points }));
    return { ok: true, changes: sortByName(changes) };
  },
});

const at = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

const resultRules = ({
  latePercent,
  lateFloor,
  keeps,
  newValues,
  questions,
}: Pick<ClassRules, 'latePercent' | 'lateFloor' | 'keeps' | 'newValues' | 'questions'>) => ({
  ...{ latePercent, lateFloor, keeps, newValues, questions },
});
