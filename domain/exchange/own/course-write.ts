/**
 * A whole course as a zip of ours. It lies as courses lie in `content/`, with the questions of banks that it asks, and the pictures,
 * beside it:
 *
 *     nabla.json
 *     course.yaml
 *     misconceptions.yaml
 *     level-05/04-gradients-and-derivatives.md
 *     questions/001-which-way-is-down.md
 *     pictures/04-gradients-and-derivatives-1.webp
 *
 * Each text is to the letter what its author wrote, but for two things, which have other names elsewhere: a picture is named by its
 * file, and so is a question of a bank, whose versions are counted by those that are in the zip.
 */
import { stringify } from 'yaml';
import { slugOf } from '../../courses/slug.ts';
import { pinName, withPins } from '../../lesson/pin-lines.ts';
import type { NamedMisconception } from '../foreign.ts';
import type { OutFile } from '../out/file.ts';
import { ASKED, CATALOGUE, LIST, MANIFEST, type Manifest, PICTURES, QUESTIONS, SCHEMA } from './manifest.ts';
import { namesOf, type OwnQuestion, slugOf as plainSlug, withFiles } from './write.ts';

/** A level with its places, in their order. */
export interface OutLevel {
  number: number;
  slug: string;
  title: string;
  /** `source` null: not yet written */
  places: readonly { title: string; slug: string; source: string | null }[];
}
export interface OutCourse {
  slug: string;
  title: string;
  description: string;
  levels: readonly OutLevel[];
  /** versions of one follow each other, the oldest first */
  questions: readonly OwnQuestion[];
  /** by their ids */
  misconceptions: readonly NamedMisconception[];
  /** those that may be taken along; others stay in the texts as they are */
  pictures: ReadonlySet<string>;
}

/** Names that stand for something else at the top of the zip. */
const TAKEN = new Set(['questions', 'pictures']);
const numbered = (number: number, most: number, least: number): string =>
  String(number).padStart(Math.max(least, String(most).length), '0');

export function writeCourse(course: OutCourse): OutFile[] {
  const { slug, title, description, levels, questions, misconceptions, pictures } = course;
  const lessons = levels.flatMap((level) =>
    level.places.flatMap((place, index) => {
      if (place.source === null) return [];
      const name = `${numbered(index + 1, level.places.length, 2)}-${place.slug}`;
      const folder = TAKEN.has(level.slug) ? `level-${level.slug}` : level.slug;
      return [{ place, name, file: `${folder}/${name}.md`, source: place.source }];
    }),
  );
  const fileOf = new Map(lessons.map(({ place, file }) => [place, file]));
  const asked = namesOfQuestions(questions, lessons);
  const names = [...lessons.map(({ name }) => name), ...asked.map(({ name }) => name)];
  const texts = [...lessons, ...questions];
  const files = namesOf(texts, names, pictures);
  const pins = new Map(asked.map(({ name, version }, index) => [pinName(of(questions, index)), { name, version }]));
  const written = (source: string): string =>
    withPins(withFiles(source, files), (pin) => {
      const found = pins.get(pinName(pin));
      return found === undefined ? undefined : { ref: `${ASKED}${found.name}.md`, version: found.version };
    });
  const list = {
    title,
    description,
    levels: levels.map((level) => ({
      number: level.number,
      slug: level.slug,
      title: level.title,
      description: '',
      places: level.places.map((place) => {
        const file = fileOf.get(place);
        return file === undefined ? place.title : { title: place.title, file };
      }),
    })),
  };
  const places = levels.flatMap((level) =>
    level.places.flatMap((place, index) =>
      place.source === null && place.slug !== slugOf(place.title, 'lesson')
        ? [{ level: level.slug, place: index + 1, slug: place.slug }]
        : [],
    ),
  );
  const manifest: Manifest = {
    nabla: SCHEMA,
    title,
    course: { slug, ...(places.length === 0 ? {} : { places }) },
    questions: questions.map(({ id, version, title: named, tags }, index) => ({
      file: `${QUESTIONS}${asked[index]?.name ?? ''}.md`,
      title: named,
      ...(tags.length === 0 ? {} : { tags: [...tags] }),
      id,
      version,
    })),
  };
  return [
    { path: MANIFEST, parts: [`${JSON.stringify(manifest, null, 2)}\n`] },
    { path: LIST, parts: [yaml(list)] },
    ...(misconceptions.length === 0
      ? []
      : [{ path: CATALOGUE, parts: [yaml(misconceptions.map(({ id, name, words }) => ({ id, name, words })))] }]),
    ...lessons.map(({ file, source }): OutFile => ({ path: file, parts: [written(source)] })),
    ...questions.map(
      ({ source }, index): OutFile => ({
        path: `${QUESTIONS}${asked[index]?.name ?? ''}.md`,
        parts: [withFiles(source, files)],
      }),
    ),
    ...[...files].map(([id, file]): OutFile => ({ path: PICTURES + file, parts: [{ picture: id, as: 'bytes' }] })),
  ];
}

function of(questions: readonly OwnQuestion[], index: number): { ref: string; version: number } {
  const { id = '', version = 0 } = questions[index] ?? {};
  return { ref: id, version };
}

/** Without an ending, with the number of each among the versions of its question that are here. */
function namesOfQuestions(
  questions: readonly OwnQuestion[],
  lessons: readonly { source: string }[],
): { name: string; version: number }[] {
  // a text that speaks of such a file would come back as a pin
  const spoken = lessons.map(({ source }) => source).filter((source) => source.includes(ASKED));
  const versions = new Map<string, number>();
  return questions.map(({ id, title }, index) => {
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    let name = `${numbered(index + 1, questions.length, 3)}-${plainSlug(title)}`;
    while (spoken.some((text) => text.includes(`${ASKED}${name}`))) name = `x${name}`;
    return { name, version };
  });
}

/** As an author would write it; the same for the same. */
const yaml = (value: unknown): string => stringify(value, { lineWidth: 100, aliasDuplicateObjects: false });
