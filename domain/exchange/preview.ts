/**
 * The whole way of an import: read a file, write each item as a question of ours, let the compiler check it, and say line by line
 * what would be taken, how it was changed, and what cannot be taken and why. Nothing vanishes: every item of the file is in it.
 */
import { compileQuestion } from '../lesson/compile-question.ts';
import { writeQuestion } from '../lesson/written/write-written.ts';
import type { Question } from '../question.ts';
import { authorItem } from './author/author.ts';
import type { ForeignItem, Format, Picture, Place } from './foreign.ts';
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
  pictures: readonly Picture[];
}

export interface Preview {
  format: Format;
  title: string | null;
  remarks: readonly Remark[];
  items: readonly PreviewItem[];
}

/** Throws FileRefused where nothing of the file can be taken. */
export async function previewOf(bytes: Uint8Array): Promise<Preview> {
  const { format, title, items, remarks } = await readForeign(bytes);
  const previewed: PreviewItem[] = [];
  for (const item of items) previewed.push(await lineOf(item));
  return { format, title, remarks, items: previewed };
}

async function lineOf(item: ForeignItem): Promise<PreviewItem> {
  const { title, written, remarks, pictures } = authorItem(item);
  const line = { at: item.at, title, remarks, pictures };
  if (written === null) return { ...line, kind: null, taken: false, document: null, question: null };
  const { source } = writeQuestion(written);
  const compiled = await compileQuestion(source, 'question.md');
  if (compiled.ok) {
    const { question } = compiled;
    return { ...line, kind: question.kind, taken: true, document: source, question };
  }
  const problem = compiled.problems[0];
  const reason: Remark = { code: 'item.check', params: {}, ...(problem === undefined ? {} : { problem }) };
  return { ...line, kind: null, taken: false, document: null, question: null, remarks: [reason] };
}
