/** How somebody stands to a course, or to what belongs to one: whether it was given to them to edit. */
import { database } from '../../../db/client.ts';
import { editsAnyCourse, editsCourse, type StoredThing, selectOptionalThing } from '../../../db/course-tree.ts';
import type { Thing } from '../../../domain/courses/thing.ts';
import type { BoundAction, Relation } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';

type Found = Promise<Standing<StoredThing> | Refused>;

export async function toCourse(person: Person, courseId: string): Promise<Relation> {
  return { edits: await editsCourse(database(), person.id, courseId) };
}

async function to(person: Person, thing: Thing, field: string): Found {
  const found = await selectOptionalThing(database(), thing);
  if (found === undefined) return refuse('notFound', field);
  return { relation: await toCourse(person, found.courseId), found };
}

/** For the course, level or lesson that the input names. */
export function ofThing<A extends BoundAction>(action: A) {
  return { action, standing: (person: Person, { thing }: { thing: Thing }): Found => to(person, thing, 'thing') };
}

/** For a course that the input names. */
export function ofCourse<A extends BoundAction>(action: A) {
  const standing = (person: Person, { courseId }: { courseId: string }): Found =>
    to(person, { of: 'course', id: courseId }, 'courseId');
  return { action, standing };
}

/** For a course that is known. */
export function inCourse(courseId: string) {
  const { action, standing } = ofCourse('course.edit');
  return { action, standing: (person: Person) => standing(person, { courseId }) };
}

/** For a level that the input names. */
export function ofLevel<A extends BoundAction>(action: A) {
  const standing = (person: Person, { levelId }: { levelId: string }): Found =>
    to(person, { of: 'level', id: levelId }, 'levelId');
  return { action, standing };
}

/** For a lesson of a course that the input names; a quiz is none. */
export function ofLesson<A extends BoundAction>(action: A) {
  const standing = (person: Person, { lessonId }: { lessonId: string }): Found =>
    to(person, { of: 'lesson', id: lessonId }, 'lessonId');
  return { action, standing };
}

/** For what authors do whichever course it is for: `edits` says whether there is any that they edit. */
export function ofAuthors<A extends BoundAction>(action: A) {
  const standing = async (person: Person): Promise<Standing<undefined>> => ({
    relation: { edits: await editsAnyCourse(database(), person.id) },
    found: undefined,
  });
  return { action, standing };
}
