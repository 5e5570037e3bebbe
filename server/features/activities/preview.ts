/** What a change of rules, or of what one student has instead, would change in points: before it is made. */
import { z } from 'zod';
import { classRulesOf, selectOptionalFacts } from '../../../db/activity-facts.ts';
import { database } from '../../../db/client.ts';
import type { ClassRules } from '../../../domain/activities/facts.ts';
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
    const before = workResults(facts);
    const after = workResults(facts, then, (student) =>
      override?.userId === student.userId
        ? { ...student, override: { ...override, until: at(override.until) } }
        : student,
    );
    const only = rules?.students === undefined || rules.students === null ? facts.only : new Set(rules.students);
    const changed = facts.students.flatMap(({ userId, override: own }) => {
      // who is excused has no points that could change
      if (own.excused && override?.excused !== false) return [];
      const [was, is] = [before.get(userId)?.points ?? 0, after.get(userId)?.points ?? 0];
      const has = (set: ReadonlySet<string> | null): boolean => set === null || set.has(userId);
      const [one, other] = [has(facts.only) ? was : 0, has(only) ? is : 0];
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
