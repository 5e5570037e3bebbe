/** A teacher begins an hour in which the class works together, pauses everybody, brings them somewhere, and ends it. */
import { z } from 'zod';
import { isGiven } from '../../../db/activities.ts';
import {
  endHours,
  type HourChange,
  insertHour,
  selectOptionalHour,
  tellHour,
  updateHour,
} from '../../../db/class-hours.ts';
import { database, type Queryable } from '../../../db/client.ts';
import type { HourView } from '../../../domain/class-now/hour.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { selectOptionalOfClass } from '../activities/of-class.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const input = z.strictObject({ classId: z.uuid() });
const allow = ofClass('hour.lead');
type Led = Outcome<{ hour: HourView | null }> | Refused;

/** Begins one; where the class is in one already, that one goes on. */
export const beginHour = command({
  input,
  allow,
  run: async (person, { classId }): Promise<Led> =>
    inOne(classId, (tx) => insertHour(tx, { classId, begunById: person.id })),
});

/** Ends it; hands go down with it. */
export const endHour = command({
  input,
  allow,
  run: async (_person, { classId }): Promise<Led> => inOne(classId, (tx) => endHours(tx, classId)),
});

/** Pauses everybody, or lets them go on. What they have typed is kept, and what they hand in meanwhile is taken. */
export const pauseHour = command({
  input: input.extend({ paused: z.boolean() }),
  allow,
  run: async (_person, { classId, paused }): Promise<Led> => change(classId, { paused }),
});

/** Brings everybody to a section or a question of a lesson that the class was given. */
export const bringClass = command({
  input: input.extend({ lessonId: z.uuid(), section: storable.max(200).nullable() }),
  allow,
  run: async (_person, { classId, lessonId, section }): Promise<Led> => {
    const lesson = await selectOptionalOfClass({ classId, lessonId });
    if (lesson === undefined || !(await isGiven(database(), { classId, lessonId }))) return refuse('notFound');
    const heading = section === null ? null : headingOf(lesson.content, section);
    if (heading === undefined) return refuse('notFound');
    return change(classId, { lessonId, section, heading });
  },
});

function headingOf(
  {
    toc,
    questions,
  }: { toc: readonly { id: string; text: string }[]; questions: readonly { id: string; title: string }[] },
  anchor: string,
): string | undefined {
  return toc.find(({ id }) => id === anchor)?.text ?? questions.find(({ id }) => id === anchor)?.title;
}

function change(classId: string, to: HourChange): Promise<Led> {
  return database().$transaction(async (tx) => {
    if (!(await updateHour(tx, classId, to))) return refuse('noHour');
    return told(tx, classId);
  });
}

function inOne(classId: string, act: (tx: Queryable) => Promise<void>): Promise<Led> {
  return database().$transaction(async (tx) => {
    await act(tx);
    return told(tx, classId);
  });
}

async function told(tx: Queryable, classId: string): Promise<Led> {
  await tellHour(tx, classId);
  return { ok: true, hour: (await selectOptionalHour(tx, classId)) ?? null };
}
