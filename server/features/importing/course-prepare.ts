/** A course of a file as it would stand here: under free addresses, with all of it compiled. Nothing is stored. */
import { createHash, randomUUID } from 'node:crypto';
import { database } from '../../../db/client.ts';
import { withLinks } from '../../../domain/courses/copies.ts';
import { freeSlug } from '../../../domain/courses/slug.ts';
import type { CourseFile, FilePlace } from '../../../domain/exchange/own/course-read.ts';
import { ASKED, QUESTIONS } from '../../../domain/exchange/own/manifest.ts';
import { type Remark, remark } from '../../../domain/exchange/remark.ts';
import { pinName, withPins } from '../../../domain/lesson/pin-lines.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import { picturesIn } from '../../../domain/pictures/address.ts';
import { FreeSlugs } from '../courses/free-slugs.ts';
import { readyLesson } from '../courses/publish.ts';
import { type Addressed, type PreparedQuestion, preparedQuestions } from './course-questions.ts';
import { type ReadyPictures, readyOf, withAddresses } from './pictures.ts';

/** By the clock, for all of it: a hundred long lessons take half a minute of a busy machine. */
const MOST_MS = 300_000;
/** How large they are is known once they are read. */
const ANY_SIZE = { width: 1, height: 1 };

type Ready = Extract<Awaited<ReturnType<typeof readyLesson>>, { ok: true }>['ready'];

export interface PreparedPlace {
  id: string;
  title: string;
  slug: string;
  /** its address where it comes from, where that is taken here; null: it has it here too */
  wanted: string | null;
  file: string | null;
  /** null: nothing is published of it */
  ready: Ready | null;
  /** the text of one that cannot be published as it is; null: there is none */
  draft: string | null;
  problems: readonly LessonProblem[];
  remarks: readonly Remark[];
}
interface PreparedLevel {
  id: string;
  number: number;
  slug: string;
  title: string;
  places: PreparedPlace[];
}
export interface PreparedCourse {
  id: string;
  title: string;
  description: string;
  slug: string;
  wanted: string | null;
  levels: PreparedLevel[];
  questions: PreparedQuestion[];
  catalogue: CourseFile['catalogue'];
  /** those that are given: somebody may take one of them meanwhile */
  slugs: readonly FreeSlugs[];
  /** the same for the same file, addresses and faults */
  seen: string;
}

/** @param pictures those of the file as they were read; null: it is only looked at */
export async function preparedCourse(
  person: Person,
  file: CourseFile,
  pictures: ReadyPictures | null,
): Promise<PreparedCourse | Remark> {
  const began = performance.now();
  const late = (): boolean => performance.now() - began > MOST_MS;
  const tooLate = remark('courseFile.slow', { minutes: MOST_MS / 60_000 });
  const addressed: Addressed = (text) => {
    if (pictures === null) return { source: text.source, pictures: sizesOfHeld(text.source) };
    const kept = readyOf(text.pictures, pictures);
    return {
      source: withAddresses(text.source, text.pictures, pictures),
      pictures: Object.fromEntries(kept.map(({ id, width, height }) => [id, { width, height }])),
    };
  };
  const known = file.catalogue.map(({ code }) => code);
  const questions = await preparedQuestions(person, file.questions, { addressed, known, late });
  if (questions === null) return tooLate;
  const asked = new Map(questions.map((one) => [pinName(one.held), one]));
  const bank = Object.fromEntries(
    questions.flatMap(({ pin, said }) => (pin === null || said === null ? [] : [[pinName(pin), said] as const])),
  );
  const courseSlugs = new FreeSlugs('course');
  const courseSlug = await courseSlugs.free(database(), file.slug);
  const slugs = new FreeSlugs('lesson');
  const given = new Map<FilePlace, string>();
  const moved = new Map<string, string>();
  for (const place of file.levels.flatMap((level) => level.places)) {
    const slug = await slugs.free(database(), place.slug);
    given.set(place, slug);
    if (slug !== place.slug && !moved.has(place.slug)) moved.set(place.slug, slug);
  }
  const levelSlugs = new Set<string>();
  const levels: PreparedLevel[] = [];
  for (const { title, slug: wanted, places, number } of numberedUp(file.levels)) {
    const slug = freeSlug(wanted, (one) => levelSlugs.has(one));
    levelSlugs.add(slug);
    const level: PreparedLevel = { id: randomUUID(), number, slug, title, places: [] };
    for (const place of places) {
      if (late()) return tooLate;
      const slug = given.get(place) ?? place.slug;
      const { title, lesson } = place;
      const one = { id: randomUUID(), title, slug, wanted: slug === place.slug ? null : place.slug };
      if (lesson === null) {
        level.places.push({ ...one, file: null, ready: null, draft: null, problems: [], remarks: [] });
        continue;
      }
      const { source, pictures: sizes } = addressed(lesson);
      const text = withLinks(withQuestions(source, asked), moved);
      const written = { id: one.id, file: `${slug}.md`, source: text, along: { bank, pictures: sizes, known } };
      const made = lesson.remarks.length === 0 ? await readyLesson(person, written) : undefined;
      const ready = made?.ok === true ? made.ready : null;
      const problems = made === undefined || made.ok ? [] : (made.problems ?? []);
      level.places.push({
        ...one,
        // what is published has the title that its text has
        title: ready?.title ?? title,
        file: lesson.file,
        ready,
        draft: ready !== null || text === '' ? null : text,
        problems,
        remarks: lesson.remarks,
      });
    }
    levels.push(level);
  }
  const { title, description, catalogue } = file;
  const course = { title, description, slug: courseSlug, wanted: courseSlug === file.slug ? null : file.slug };
  const seen = seenOf(file, course, levels, questions);
  return { ...course, id: randomUUID(), levels, questions, catalogue, slugs: [courseSlugs, slugs], seen };
}

/** Those of a text by the addresses that stand in it until they are stored. */
const sizesOfHeld = (source: string): Record<string, typeof ANY_SIZE> =>
  Object.fromEntries(picturesIn(source).map((id) => [id, ANY_SIZE]));

/** The text with the questions that it pins as they are here; one that cannot be taken is named by its file. */
function withQuestions(source: string, asked: ReadonlyMap<string, PreparedQuestion>): string {
  return withPins(source, (held) => {
    const one = asked.get(pinName(held));
    if (one === undefined) return undefined;
    return one.pin ?? { ref: ASKED + one.file.slice(QUESTIONS.length), version: held.version };
  });
}

/** Each level with a number of its own, as they follow each other. */
function numberedUp<L extends { number: number }>(levels: readonly L[]): L[] {
  let last = 0;
  return levels.map((level) => {
    last = Math.max(level.number, last + 1);
    return { ...level, number: last };
  });
}

function seenOf(
  file: CourseFile,
  course: { slug: string },
  levels: readonly PreparedLevel[],
  questions: readonly PreparedQuestion[],
): string {
  const told = [
    [file.title, file.description, course.slug, file.catalogue.map(({ code, name, words }) => [code, name, words])],
    levels.map(({ slug, number, title, places }) => [
      [slug, number, title],
      places.map((place) => [place.slug, place.title, place.ready !== null]),
    ]),
    file.levels.map(({ places }) => places.map(({ lesson }) => lesson?.source ?? null)),
    file.questions.map(({ source, tags }) => [source, tags]),
    questions.map(({ state }) => state),
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}
