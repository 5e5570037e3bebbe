/** Results of a class: what is out of date is worked out anew before anything is shown. */
import { type ActivityFacts, selectOptionalFacts } from '../../../db/activity-facts.ts';
import {
  type KeptResult,
  type ResultsOf,
  type StaleResult,
  type StoredResult,
  selectOptionalFresh,
  selectResults,
  selectStaleResults,
  storeResults,
} from '../../../db/activity-results.ts';
import { database } from '../../../db/client.ts';
import { type ClassRules, resultFor, type StudentFacts } from '../../../domain/activities/facts.ts';
import type { Result } from '../../../domain/activities/result.ts';
import { countedOf } from './counted-session.ts';

/** Of a class all, or of one activity. */
export async function resultsOf(classId: string, activityId?: string): Promise<StoredResult[]> {
  await refreshResults(classId, { activityId });
  return selectResults(database(), classId, activityId);
}

/** Works out anew what is out of date: of all of a class, of one activity, or of some students. */
export async function refreshResults(classId: string, of: ResultsOf = {}): Promise<void> {
  const db = database();
  const stale = await selectStaleResults(db, classId, of);
  for (const [id, some] of Map.groupBy(stale, (one) => one.activityId))
    await storeResults(db, await computed(id, some));
}

/** Of one student in one activity, worked out anew where that has to be; undefined: they are no student of its class. */
export async function resultOfOne(of: { userId: string; activityId: string }): Promise<KeptResult | undefined> {
  const db = database();
  const kept = await selectOptionalFresh(db, of);
  if (kept !== undefined) return kept;
  const { userId, activityId } = of;
  const found = await db.activity.findFirst({
    where: { id: activityId, class: { enrolments: { some: { userId, role: 'student' } } } },
    select: { classId: true },
  });
  if (found === null) return undefined;
  await refreshResults(found.classId, { activityId, userIds: [userId] });
  return selectOptionalFresh(db, of);
}

/** Of one student in several activities, by these; of those in which they are no student nothing. */
export async function ownResultsOf(userId: string, activities: readonly string[]): Promise<Map<string, KeptResult>> {
  const all = new Map<string, KeptResult>();
  for (const activityId of activities) {
    const one = await resultOfOne({ userId, activityId });
    if (one !== undefined) all.set(activityId, one);
  }
  return all;
}

async function computed(
  activityId: string,
  stale: readonly StaleResult[],
): Promise<(StaleResult & { result: KeptResult })[]> {
  const students = stale.map(({ userId }) => userId);
  const facts = await selectOptionalFacts(database(), activityId, students);
  const results = facts === undefined ? await countedOf(activityId, students) : workResults(facts);
  return stale.map((one) => ({ ...one, result: results.get(one.userId) ?? NOTHING }));
}

/** Of what has nothing that could be worked out: it is outside, or its session is gone. */
const NOTHING: KeptResult = {
  points: 0,
  earned: 0,
  maxPoints: 0,
  asked: 0,
  handedIn: 0,
  waits: 0,
  days: 0,
  lastAt: null,
};

/** By student what they have earned, by the rules that hold or by other ones. */
export function workResults(
  facts: ActivityFacts,
  rules: ClassRules = facts.rules,
  asIf: (student: StudentFacts) => StudentFacts = (student) => student,
): Map<string, KeptResult> {
  const parts = facts.parts.filter(({ name }) => rules.questions === null || rules.questions.includes(name));
  return new Map(
    facts.students.map((student) => [student.userId, kept(resultFor(parts, rules, asIf(student)), parts)]),
  );
}

const kept = ({ parts: _parts, ...result }: Result, parts: readonly unknown[]): KeptResult => ({
  ...result,
  asked: parts.length,
});
