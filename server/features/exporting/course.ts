/** A whole course as a zip: what would be in it, before there is a file, and the file. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import {
  type CourseVersion,
  type StoredCourse,
  selectCourseCodes,
  selectCourseVersions,
  selectCourseWords,
  selectWholeCourse,
} from '../../../db/course-export.ts';
import { type StoredForExport, selectForExport } from '../../../db/exports.ts';
import { selectPictureSizes } from '../../../db/pictures.ts';
import { MOST_OUT } from '../../../domain/exchange/out/formats.ts';
import type { CourseWish, Export } from '../../../domain/exchange/out/write.ts';
import { isRemark, type Remark, remark } from '../../../domain/exchange/remark.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { picturesIn } from '../../../domain/pictures/address.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { writeInTurn, writeQuestions } from '../../exporting/exporter.ts';
import { command } from '../contract.ts';
import { ofCourse } from '../courses/standing.ts';
import { readablePictures } from '../pictures/usable.ts';
import type { Exported } from './commands.ts';
import { takenOf } from './gather.ts';
import { tooMuchFor, weightOf } from './room.ts';

export const courseWanted = z.strictObject({ courseId: z.uuid() });

/** In numbers, and what is said of single questions and lessons. */
export interface CourseOut {
  levels: number;
  lessons: number;
  /** those of them that are written */
  written: number;
  questions: number;
  pictures: number;
  misconceptions: number;
  /** bytes, before they are packed */
  size: number;
  /** why there can be no file; null: there can */
  refused: Remark | null;
  said: { title: string; remarks: readonly Remark[] }[];
}

/** What the zip of a course would hold; nothing is written. */
export const lookAtCourseExport = command({
  input: courseWanted,
  allow: ofCourse('course.edit'),
  run: async (person, { courseId }): Promise<Outcome<{ looked: CourseOut }>> => ({
    ok: true,
    looked: (await gatheredCourse(person, courseId)).looked,
  }),
});

/** The files of it; whoever sends them puts the pictures in. */
export const exportCourse = command({
  input: courseWanted,
  allow: ofCourse('course.edit'),
  run: async (person, { courseId }): Promise<Outcome<Exported>> => {
    const { wish, looked } = await gatheredCourse(person, courseId);
    if (looked.refused !== null) return { ok: true, told: looked.refused };
    const made = await writeInTurn(wish);
    if (made === null) return refuse('tooMany');
    return { ok: true, ...('refused' in made ? { told: made.refused } : { made }) };
  },
});

/** For who runs the classroom: a course as an admin would have it. */
export async function courseForOperator(
  courseId: string,
): Promise<{ made: Export; said: CourseOut['said'] } | { refused: Remark }> {
  const { wish, looked } = await gatheredCourse(OPERATOR, courseId);
  if (looked.refused !== null) return { refused: looked.refused };
  const made = await writeQuestions(wish);
  return 'refused' in made ? made : { made, said: looked.said };
}

/** Nobody's account, and who has the database may read all of it. */
const OPERATOR: Person = { id: '00000000-0000-4000-8000-000000000000', login: 'operator', role: 'admin', name: '' };

/** @returns with `wish` what is handed to whoever writes it */
async function gatheredCourse(person: Person, courseId: string): Promise<{ wish: CourseWish; looked: CourseOut }> {
  const db = database();
  const course = await selectWholeCourse(db, courseId);
  const versions = await selectCourseVersions(db, courseId);
  const ids = versions.map(({ id }) => id);
  const stored = await selectForExport(db, ids, person.id);
  const questions = takenWith(person, stored, versions);
  const codes = await selectCourseCodes(db, courseId, ids);
  const misconceptions = await selectCourseWords(db, courseId, codes);
  const texts = [
    ...course.levels.flatMap(({ places }) => places.flatMap(({ source }) => source ?? [])),
    ...questions.flatMap((one) => (isRemark(one) || !('source' in one) ? [] : [one.source])),
  ];
  const named = [...new Set([...texts, ...withinOf(questions)].flatMap(picturesIn))];
  const pictures = new Set(await readablePictures(person, named));
  const size = weightOf([...texts, JSON.stringify(misconceptions)]) + (await selectPictureSizes(db, [...pictures]));
  const lost = named.length - pictures.size;
  const said = [
    ...stored.flatMap(({ document: { title } }, index) => {
      const one = questions[index];
      return one !== undefined && isRemark(one) ? [{ title, remarks: [one] }] : [];
    }),
    ...(lost > 0 ? [{ title: course.title, remarks: [remark('out.pictures', { count: lost })] }] : []),
  ];
  const many = stored.length > MOST_OUT.questions;
  const { id: _id, ...told } = course;
  return {
    wish: { ...told, questions, misconceptions, pictures },
    looked: {
      ...counted(course),
      questions: questions.filter((one) => !isRemark(one)).length,
      pictures: pictures.size,
      misconceptions: misconceptions.length,
      size,
      refused: many
        ? remark('outFile.manyQuestions', { found: stored.length, most: MOST_OUT.questions })
        : tooMuchFor({ size, pictures: pictures.size, texts: texts.length }, 'course'),
      said,
    },
  };
}

function counted({ levels }: StoredCourse): Pick<CourseOut, 'levels' | 'lessons' | 'written'> {
  const places = levels.flatMap((level) => level.places);
  const written = places.filter(({ source }) => source !== null).length;
  return { levels: levels.length, lessons: places.length, written };
}

/** What is at home in the course goes with it; what it asks of others, where one may copy that. */
function takenWith(
  person: Person,
  stored: readonly StoredForExport[],
  versions: readonly CourseVersion[],
): CourseWish['questions'] {
  const ours = new Set(versions.filter(({ ofCourse }) => ofCourse).map(({ question }) => question));
  return stored.map((one) =>
    ours.has(one.id) || can(person.role, 'question.copy', one.relation) ? takenOf(one) : remark('out.notMayCopy'),
  );
}

/** The lessons that questions are cut out of. */
const withinOf = (questions: CourseWish['questions']): string[] =>
  questions.flatMap((one) => (isRemark(one) || 'source' in one ? [] : [one.within.source]));
