/**
 * `content/<course>/course.yaml`: the course, its levels, and the places of each level.
 *
 *     title: Mathematics for machine learning
 *     description: …
 *     levels:
 *       - slug: level-05
 *         title: Gradients
 *         number: 5
 *         description: …
 *         places:
 *           - Functions of several variables          # not yet written
 *           - { title: Gradients & Derivatives, file: level-05/04-gradients-and-derivatives.md }
 */
import { z } from 'zod';
import { identifier } from '../kinds/common/document.ts';
import { slugOfFile } from './links.ts';
import { type LessonProblem, Problems, START } from './problems.ts';
import { title } from './title.ts';
import { readMap, readYaml, type Yaml } from './yaml-block.ts';

interface Place {
  /** 1, 2, 3 … within the level */
  number: number;
  title: string;
  /** path of the lesson's file within the course's folder, and its slug; null: not yet written */
  lesson: { file: string; slug: string } | null;
}
interface Level {
  number: number;
  slug: string;
  title: string;
  description: string;
  places: Place[];
}
export interface Course {
  title: string;
  description: string;
  levels: Level[];
}
export type ReadCourse = { ok: true; course: Course } | { ok: false; problems: LessonProblem[] };

const courseMap = z.strictObject({
  title,
  description: z.string(),
  levels: z.array(z.unknown()),
});
const levelMap = z.strictObject({
  number: z.int().min(1),
  slug: identifier,
  title,
  description: z.string(),
  places: z.array(z.unknown()),
});
const placeMap = z.strictObject({ title, file: z.string().regex(/^(?:[\w-]+\/)*[\w-]+\.md$/) });

/** Parses a `course.yaml`; whether the files exist is for the caller to see. */
export function readCourse(source: string, file: string): ReadCourse {
  const problems = new Problems(file);
  const yaml = readYaml(source.replaceAll('\r\n', '\n'), START, problems);
  const head = yaml && readMap(courseMap, yaml, [], problems);
  if (!yaml || !head) return { ok: false, problems: problems.sorted };
  const levels = head.levels.map((_, index) => readLevel(yaml, index, problems)).filter((level) => level !== null);
  const files = new Set<string>();
  for (const { lesson } of levels.flatMap((level) => level.places)) {
    if (lesson && files.has(lesson.file)) problems.add(START, 'course.twice', { file: lesson.file });
    if (lesson) files.add(lesson.file);
  }
  if (!problems.none) return { ok: false, problems: problems.sorted };
  return { ok: true, course: { title: head.title, description: head.description, levels } };
}

function readLevel(yaml: Yaml, index: number, problems: Problems): Level | null {
  const level = readMap(levelMap, yaml, ['levels', index], problems);
  if (!level) return null;
  const places = level.places.map((written, place): Place | null => {
    const number = place + 1;
    if (typeof written === 'string' && written !== '') {
      if (!title.safeParse(written).success)
        problems.add(yaml.spot(['levels', index, 'places', place]), 'yaml.unseen', { key: 'places' });
      return { number, title: written, lesson: null };
    }
    const read = readMap(placeMap, yaml, ['levels', index, 'places', place], problems);
    return read && { number, title: read.title, lesson: { file: read.file, slug: slugOfFile(read.file) } };
  });
  return { ...level, places: places.filter((place) => place !== null) };
}
