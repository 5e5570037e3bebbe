/** A whole course as we write one, or as it lies in `content/`: known by its list, `course.yaml`. */
import { MOST_IN_LIST } from '../../courses/arrange.ts';
import { slugOf } from '../../courses/slug.ts';
import { slug as typedSlug } from '../../courses/typed-slug.ts';
import { storable } from '../../kinds/common/storable.ts';
import { type FileEntry, readCatalogue } from '../../lesson/catalogue.ts';
import { type Course, readCourse } from '../../lesson/course.ts';
import type { Pin } from '../../lesson/pin-lines.ts';
import { type Archive, isZip, readArchive } from '../archive.ts';
import type { OwnItem, Picture } from '../foreign.ts';
import { MOST } from '../limits.ts';
import { FileRefused, type Remark, remark } from '../remark.ts';
import { CATALOGUE, LIST, MANIFEST, type Manifest, QUESTIONS, SCHEMA } from './manifest.ts';
import { allNamed, itemOf, manifestIn, textOf, withPictures } from './read.ts';

export interface CourseFile {
  title: string;
  description: string;
  /** its address where it comes from */
  slug: string;
  levels: readonly FileLevel[];
  questions: readonly FileQuestion[];
  catalogue: readonly FileEntry[];
}
interface FileLevel {
  number: number;
  slug: string;
  title: string;
  places: readonly FilePlace[];
}
export interface FilePlace {
  title: string;
  slug: string;
  /** null: not yet written */
  lesson: {
    file: string;
    /** in which its pictures are `heldPicture`s, and the questions that it pins held ones */
    source: string;
    pictures: readonly Picture[];
    /** what of it cannot be read */
    remarks: readonly Remark[];
  } | null;
}
/** A version of a question of a bank. */
export interface FileQuestion extends OwnItem {
  file: string;
  /** what stands for it in lessons */
  held: Pin;
}

/** Longer ones no editor could keep. */
const LONGEST_LESSON = MOST.text;
const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 2_000;
/** Numbers of questions are drawn when they are stored; until then one is known by its place in the file. */
const heldQuestion = (place: number): string => `00000000-0000-4000-9000-${String(place).padStart(12, '0')}`;

/** Throws FileRefused where it is no course, or one whose list or catalogue is broken. */
export function readCourseFile(bytes: Uint8Array): CourseFile {
  if (bytes.length === 0) throw new FileRefused('file.empty');
  if (bytes.length > MOST.bytes) throw new FileRefused('file.large', { most: MOST.bytes / 2 ** 20 });
  if (!isZip(bytes)) throw new FileRefused('courseFile.noZip');
  const archive = readArchive(bytes);
  if (!archive.has(LIST)) throw new FileRefused(archive.has(MANIFEST) ? 'courseFile.questions' : 'courseFile.none');
  const manifest: Manifest = archive.has(MANIFEST) ? manifestIn(archive) : { nabla: SCHEMA, questions: [] };
  const list = listIn(archive);
  const questions = questionsIn(manifest, archive);
  if (questions.length > MOST.items) throw new FileRefused('file.items', { found: questions.length, most: MOST.items });
  const held = new Map(questions.map((one) => [one.file, one.held]));
  const chosen = new Map(
    (manifest.course?.places ?? []).map(({ level, place, slug }) => [`${level} ${place}`, slug] as const),
  );
  return {
    title: list.title.trim(),
    description: list.description.trim(),
    slug: slugIn(manifest.course?.slug, () => slugOf(list.title, 'course')),
    levels: list.levels.map((level) => ({
      number: level.number,
      slug: slugIn(level.slug, () => slugOf(level.title, 'level')),
      title: level.title.trim(),
      places: level.places.map(({ number, title, lesson }): FilePlace => {
        const otherwise = (): string => slugOf(title, 'lesson');
        if (lesson === null)
          return {
            title: title.trim(),
            slug: slugIn(chosen.get(`${level.slug} ${number}`), otherwise),
            lesson: null,
          };
        return {
          title: title.trim(),
          slug: slugIn(lesson.slug, otherwise),
          lesson: lessonIn(lesson.file, archive, held),
        };
      }),
    })),
    questions,
    catalogue: catalogueIn(archive),
  };
}

function slugIn(written: string | undefined, otherwise: () => string): string {
  return typedSlug.safeParse(written ?? '').data ?? otherwise();
}

function listIn(archive: Archive): Course {
  const read = readCourse(textIn(archive, LIST), LIST);
  if (!read.ok) throw broken(LIST, read.problems[0]);
  const { course } = read;
  const named = [course, ...course.levels, ...course.levels.flatMap(({ places }) => places)];
  for (const { title } of named)
    if (title.trim() === '' || title.length > LONGEST_TITLE || !storable.safeParse(title).success)
      throw new FileRefused('courseFile.title', { title: title.slice(0, 60), most: LONGEST_TITLE });
  if (course.description.length > LONGEST_DESCRIPTION || !storable.safeParse(course.description).success)
    throw new FileRefused('courseFile.description', { most: LONGEST_DESCRIPTION });
  if ([course.levels, ...course.levels.map(({ places }) => places)].some(({ length }) => length > MOST_IN_LIST))
    throw new FileRefused('courseFile.full', { most: MOST_IN_LIST });
  return course;
}

function catalogueIn(archive: Archive): FileEntry[] {
  if (!archive.has(CATALOGUE)) return [];
  const read = readCatalogue(textIn(archive, CATALOGUE), CATALOGUE);
  if (!read.ok) throw broken(CATALOGUE, read.problems[0]);
  for (const { code, name, words } of read.entries)
    if (!storable.safeParse(name + words).success) throw new FileRefused('courseFile.entry', { id: code });
  return read.entries;
}

function textIn(archive: Archive, file: string): string {
  const text = textOf(archive.get(file));
  if (text === null || text.includes('\0')) throw new FileRefused('own.encoding', { file });
  return text.replace(/^\uFEFF/, '');
}

function broken(
  file: string,
  problem:
    | { line: number; column: number; file: string; code: string; params: Record<string, string | number> }
    | undefined,
): FileRefused {
  return new FileRefused('courseFile.broken', { file, line: String(problem?.line ?? 1) }, problem);
}

/** Versions of one question stand together where they have the same id, and are counted from 1. */
function questionsIn(manifest: Manifest, archive: Archive): FileQuestion[] {
  const items = allNamed(manifest.questions, archive).map((named, index) => ({
    file: named.file,
    ...itemOf(named, index + 1, archive),
  }));
  const ofOne = Map.groupBy(items, ({ origin, file }) => origin?.id ?? file);
  return [...ofOne.values()].flatMap((versions, place) =>
    versions
      .toSorted((one, other) => (one.origin?.version ?? 0) - (other.origin?.version ?? 0))
      .map((one, index) => ({ ...one, held: { ref: heldQuestion(place + 1), version: index + 1 } })),
  );
}

const LINE = /^ {0,3}::question\b.*$/gm;
const NAMED = /(\bref="?)\.\.\/questions\/([\w.-]+\.md)/;

function lessonIn(file: string, archive: Archive, held: ReadonlyMap<string, Pin>): NonNullable<FilePlace['lesson']> {
  const text = textOf(archive.get(file));
  if (text === null || text.includes('\0') || !text.isWellFormed()) {
    const why = archive.has(file) ? remark('own.encoding', { file }) : remark('courseFile.missing', { file });
    return { file, source: '', pictures: [], remarks: [why] };
  }
  if (text.length > LONGEST_LESSON) throw new FileRefused('courseFile.long', { file, most: LONGEST_LESSON });
  const { source, pictures, unread } = withPictures(text, archive);
  const lost: Remark[] = [];
  const asked = source.replaceAll(LINE, (line) => {
    const [, , name = ''] = NAMED.exec(line) ?? [];
    if (name === '') return line;
    const pin = held.get(QUESTIONS + name);
    if (pin === undefined) {
      lost.push(remark('courseFile.asks', { file: QUESTIONS + name }));
      return line;
    }
    return line
      .replace(NAMED, (_all, before: string) => before + pin.ref)
      .replace(/(\bversion="?)\d+/, (_all, before: string) => `${before}${pin.version}`);
  });
  return { file, source: asked, pictures, remarks: [...unread, ...lost] };
}
