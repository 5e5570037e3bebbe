/**
 * Questions as a zip of ours: each as its author wrote it, the pictures beside them, and a manifest. Unpacked it is what a person can
 * read, and change:
 *
 *     nabla.json
 *     questions/001-which-way-is-down.md
 *     pictures/001-which-way-is-down-1.webp
 */
import { picturesIn, writtenPicture } from '../../pictures/address.ts';
import { type QuizSettings, sameSettings, USUAL_QUIZ } from '../../quiz/settings.ts';
import type { NamedMisconception } from '../foreign.ts';
import type { OutFile } from '../out/file.ts';
import { BESIDE, MANIFEST, type Manifest, PICTURES, QUESTIONS, SCHEMA } from './manifest.ts';

export interface OwnQuestion {
  id: string;
  version: number;
  title: string;
  tags: readonly string[];
  source: string;
}

/** Its questions by their places among those that are written. */
export interface OwnQuiz {
  title: string;
  settings: QuizSettings;
  questions: readonly { question: number; name: string; seconds: number | null; points: number | null }[];
}

/** @param pictures those that may be taken along; others stay in the text as they are */
export function writeOwn(
  questions: readonly OwnQuestion[],
  {
    title,
    quizzes,
    misconceptions,
    pictures,
  }: {
    title: string | null;
    quizzes: readonly OwnQuiz[];
    misconceptions: readonly NamedMisconception[];
    pictures: ReadonlySet<string>;
  },
): OutFile[] {
  const digits = Math.max(3, String(questions.length).length);
  const names = questions.map((one, index) => `${String(index + 1).padStart(digits, '0')}-${slugOf(one.title)}`);
  const files = namesOf(questions, names, pictures);
  const written = questions.map(({ source }, index): OutFile => {
    return { path: `${QUESTIONS}${names[index]}.md`, parts: [withFiles(source, files)] };
  });
  const made: Manifest = {
    nabla: SCHEMA,
    ...(title === null ? {} : { title }),
    questions: questions.map(({ id, version, title: named, tags }, index) => ({
      file: written[index]?.path ?? '',
      title: named,
      ...(tags.length === 0 ? {} : { tags: [...tags] }),
      id,
      version,
    })),
    ...(quizzes.length === 0
      ? {}
      : {
          quizzes: quizzes.map((quiz) => ({
            title: quiz.title,
            ...(sameSettings(quiz.settings, USUAL_QUIZ) ? {} : { settings: quiz.settings }),
            questions: quiz.questions.map(({ question, name, seconds, points }) => ({
              file: written[question]?.path ?? '',
              name,
              ...(seconds === null ? {} : { seconds }),
              ...(points === null ? {} : { points }),
            })),
          })),
        }),
    ...(misconceptions.length === 0 ? {} : { misconceptions: [...misconceptions] }),
  };
  return [
    { path: MANIFEST, parts: [`${JSON.stringify(made, null, 2)}\n`] },
    ...written,
    ...[...files].map(([id, file]): OutFile => ({ path: PICTURES + file, parts: [{ picture: id, as: 'bytes' }] })),
  ];
}

const ADDRESS = new RegExp(`${writtenPicture('')}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`, 'gi');

/** The text with the files of its pictures in the places of their addresses. */
export function withFiles(source: string, files: ReadonlyMap<string, string>): string {
  return source.replace(ADDRESS, (whole, id: string) => {
    const file = files.get(id.toLowerCase());
    return file === undefined ? whole : BESIDE + file;
  });
}

/** The file of each picture, named after the first text that shows it. */
export function namesOf(
  questions: readonly { source: string }[],
  names: readonly string[],
  pictures: ReadonlySet<string>,
): Map<string, string> {
  const files = new Map<string, string>();
  // a text that speaks of such a file would come back as a picture
  const spoken = questions.map(({ source }) => source).filter((source) => source.includes(BESIDE));
  questions.forEach(({ source }, index) => {
    let count = 0;
    for (const id of picturesIn(source)) {
      if (!pictures.has(id) || files.has(id)) continue;
      count += 1;
      let name = `${names[index]}-${count}.webp`;
      while (spoken.some((text) => text.includes(BESIDE + name))) name = `x${name}`;
      files.set(id, name);
    }
  });
  return files;
}

/** Letters and digits that every system takes in a name. */
export function slugOf(title: string, otherwise = 'question'): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? otherwise : plain;
}
