/** A zip of ours, or one that was written by hand as we write ours: known by its manifest. */
import { writtenPicture } from '../../pictures/address.ts';
import type { Archive } from '../archive.ts';
import type { ForeignQuiz, OwnFile, OwnItem, Picture } from '../foreign.ts';
import { heldPicture, readable } from '../prose/pictures.ts';
import { FileRefused, type Remark, remark } from '../remark.ts';
import { readTags } from '../tags.ts';
import {
  BESIDE,
  LIST,
  MANIFEST,
  type Manifest,
  manifest,
  PICTURES,
  QUESTIONS,
  SCHEMA,
  settingsOf,
} from './manifest.ts';

export const isOwn = (archive: Archive): boolean => archive.has(MANIFEST);

/** @throws FileRefused where it is a whole course, or its manifest is broken */
export function readOwn(archive: Archive): OwnFile {
  const read = manifestIn(archive);
  if (archive.has(LIST)) throw new FileRefused('own.course');
  const named = allNamed(read.questions, archive);
  const places = new Map(named.map(({ file }, index) => [file, index]));
  const lost = new Set<string>();
  const quizzes = (read.quizzes ?? []).map(({ title, settings, questions }): ForeignQuiz => {
    const asked = questions.flatMap(({ file, name, seconds = null, points = null }, index) => {
      const item = places.get(file);
      if (item === undefined) lost.add(file);
      return item === undefined ? [] : [{ item, name: name ?? `q${index + 1}`, seconds, points }];
    });
    return { title, settings: settingsOf(settings), questions: asked };
  });
  return {
    format: 'nabla',
    title: read.title ?? null,
    items: named.map((one, index) => itemOf(one, index + 1, archive)),
    quizzes,
    misconceptions: read.misconceptions ?? [],
    remarks: [...lost].map((file) => remark('own.quizFile', { file })),
  };
}

/** Those of the manifest, and whatever lies beside them: whoever adds a file need not write it into the manifest. */
export function allNamed(questions: Manifest['questions'], archive: Archive): Manifest['questions'] {
  const listed = new Set(questions.map(({ file }) => file));
  const others = [...archive.keys()].filter(
    (name) => name.startsWith(QUESTIONS) && name.endsWith('.md') && !listed.has(name),
  );
  return [...questions, ...others.toSorted().map((file) => ({ file }))];
}

/** @throws FileRefused where it is not written as it should be, or by a later version */
export function manifestIn(archive: Archive): Manifest {
  const said = jsonIn(textOf(archive.get(MANIFEST)));
  const schema = typeof said === 'object' && said !== null && 'nabla' in said ? said.nabla : undefined;
  if (typeof schema === 'number' && schema > SCHEMA) throw new FileRefused('own.newer', { schema, ours: SCHEMA });
  const read = manifest.safeParse(said);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new FileRefused('own.manifest', { where: issue?.path.join('.') || MANIFEST, reason: issue?.message ?? '' });
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse((text ?? '').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** To the letter: a mark of its encoding is part of what its author wrote. Null: it is not there, or no UTF-8. */
export function textOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // no UTF-8: the file is refused with its name
    return null;
  }
}

/** One question of the manifest, with the file that it names. */
export function itemOf(
  { file, title = '', tags = [], id, version }: Manifest['questions'][number],
  number: number,
  archive: Archive,
): OwnItem {
  const written = textOf(archive.get(file));
  const remarks: Remark[] = [];
  if (!archive.has(file)) remarks.push(remark('own.missing', { file }));
  else if (written === null || written.includes('\0')) remarks.push(remark('own.encoding', { file }));
  const { source, pictures, unread } = withPictures(written ?? '', archive);
  return {
    at: { unit: 'question', number },
    title: title === '' ? (file.split('/').at(-1) ?? file) : title,
    source,
    pictures,
    tags: readTags(tags),
    origin: id === undefined || version === undefined ? null : { id: id.toLowerCase(), version },
    remarks: [...remarks, ...unread],
  };
}

const NAMED = /\.\.\/pictures\/([\w.-]+)/g;

/** The text with addresses in the places of the files that it names. */
export function withPictures(
  text: string,
  archive: Archive,
): { source: string; pictures: Picture[]; unread: Remark[] } {
  const pictures: Picture[] = [];
  const unread: Remark[] = [];
  const source = text.replaceAll(NAMED, (whole, found: string) => {
    let name = found;
    // a sentence may end behind it
    while (!archive.has(PICTURES + name) && /[.\-_]$/.test(name)) name = name.slice(0, -1);
    const bytes = archive.get(PICTURES + name);
    if (bytes === undefined) return whole;
    const wrong = readable(bytes, name);
    if (wrong !== null) {
      if (unread.every(({ params }) => params.name !== name)) unread.push(wrong);
      return whole;
    }
    const known = pictures.find((one) => one.name === name);
    const id = known?.id ?? heldPicture(pictures.length + 1);
    if (known === undefined) pictures.push({ id, name, alt: '', bytes });
    return writtenPicture(id) + whole.slice(BESIDE.length + name.length);
  });
  return { source, pictures, unread };
}
