/**
 * The whole way of an import: read a file, write each item as a question of ours, let the compiler check it, and say line by line
 * what would be taken, how it was changed, and what cannot be taken and why. Nothing vanishes: every item of the file is in it.
 */
import { compileQuestion } from '../lesson/compile-question.ts';
import { type WrongVariant, wrongVariant } from '../lesson/variants.ts';
import { writeQuestion } from '../lesson/written/write-written.ts';
import type { Question } from '../question.ts';
import { authorItem } from './author/author.ts';
import type { Encoding } from './encodings.ts';
import type { ForeignItem, ForeignQuiz, Format, NamedMisconception, OwnItem, Picture, Place } from './foreign.ts';
import { readForeign } from './read.ts';
import type { Remark } from './remark.ts';

export interface PreviewItem {
  at: Place;
  title: string;
  /** of ours; null: it is not taken */
  kind: string | null;
  taken: boolean;
  /** how it was changed; of what is not taken, why */
  remarks: readonly Remark[];
  /** the question as its author would have written it */
  document: string | null;
  /** the same, compiled */
  question: Question | null;
  /** those with an address stand in the document, which they have to be stored for */
  pictures: readonly Picture[];
  tags: readonly string[];
  /** which question it was where it comes from; null: that is not known */
  origin: { id: string; version: number | null } | null;
}

export interface Preview {
  format: Format;
  title: string | null;
  remarks: readonly Remark[];
  items: readonly PreviewItem[];
  quizzes: readonly ForeignQuiz[];
  misconceptions: readonly NamedMisconception[];
}

/** Throws FileRefused where nothing of the file can be taken. @param chosen in which encoding it is where it is not UTF-8 */
export async function previewOf(bytes: Uint8Array, chosen?: Encoding): Promise<Preview> {
  const file = await readForeign(bytes, chosen);
  const { format, title, items, remarks } = file;
  const quizzes = 'quizzes' in file ? file.quizzes : [];
  const misconceptions = 'misconceptions' in file ? file.misconceptions : [];
  const previewed: PreviewItem[] = [];
  for (const item of items) previewed.push(await ('source' in item ? lineOfOwn(item) : lineOf(item)));
  return { format, title, remarks, items: previewed, quizzes, misconceptions };
}

async function lineOf(item: ForeignItem): Promise<PreviewItem> {
  const { title, written, remarks, pictures } = authorItem(item);
  const origin = item.id == null ? null : { id: item.id, version: null };
  const line = { at: item.at, title, remarks, pictures, tags: item.tags ?? [], origin };
  return written === null ? { ...line, ...NOT_TAKEN } : compiledLine(line, writeQuestion(written).source);
}

/** Of ours nothing is changed: what its author wrote is what is stored. */
async function lineOfOwn({ source, ...line }: OwnItem): Promise<PreviewItem> {
  return line.remarks.length > 0 ? { ...line, ...NOT_TAKEN } : compiledLine(line, source);
}

const NOT_TAKEN = { kind: null, taken: false, document: null, question: null } as const;
/** How large they are is known once they are stored. */
const ANY_SIZE = { width: 1, height: 1 };

type Line = Omit<PreviewItem, keyof typeof NOT_TAKEN>;

async function compiledLine(line: Line, source: string): Promise<PreviewItem> {
  const held = line.pictures.flatMap(({ id }) => (id === null ? [] : [[id, ANY_SIZE] as const]));
  const compiled = await compileQuestion(source, 'question.md', Object.fromEntries(held));
  const wrong = compiled.ok ? wrongAlone(compiled.question) : null;
  if (compiled.ok && wrong === null) {
    const { question } = compiled;
    return { ...line, title: question.title, kind: question.kind, taken: true, document: source, question };
  }
  const problem = compiled.ok ? wrong?.problems[0] : compiled.problems[0];
  const reason: Remark = { code: 'item.check', params: {}, ...(problem === undefined ? {} : { problem }) };
  return { ...line, ...NOT_TAKEN, remarks: [reason] };
}

/** Of one whose values are drawn all of them are looked at when it is taken. */
const wrongAlone = (question: Question): WrongVariant | null =>
  question.key.variants === undefined ? wrongVariant(question, { from: 0, to: 1, most: 1 }) : null;
