/** What every writer of a question is given: the item, its texts as Markdown, and where it tells what it changes. */
import type { WrittenItem, WrittenQuestion } from '../../lesson/written/written.ts';
import type { ForeignItem, Prose } from '../foreign.ts';
import type { Notes } from '../prose/notes.ts';
import { blocks, line, phrase, words } from '../prose/write.ts';
import { ItemRefused, type Remark } from '../remark.ts';

/** Words on one answer, where they stand at it. */
export const LONGEST_NOTE = 500;

export class Shop {
  readonly item: ForeignItem;
  readonly notes: Notes;
  /** what is told after the answer beside the general words, as Markdown */
  readonly told: string[] = [];

  constructor(item: ForeignItem, notes: Notes) {
    this.item = item;
    this.notes = notes;
  }

  change(code: string, params: Remark['params'] = {}): void {
    this.notes.add(code, params);
  }

  blocks(prose: Prose | null): string {
    return prose === null ? '' : blocks(prose, this.notes);
  }

  phrase(prose: Prose): string {
    return this.#seen(phrase(prose, this.notes));
  }

  line(prose: Prose): string {
    return this.#seen(line(prose, this.notes));
  }

  /** Words that may be long: whether they fit into a line is looked at by whoever asks. */
  short(prose: Prose): string {
    return line(prose, this.notes);
  }

  /** What is shown as the question. */
  shown(prose: Prose): string {
    return this.#seen(blocks(prose, this.notes));
  }

  /** What is nothing but a picture that is not there cannot be asked. */
  #seen(text: string): string {
    if (!/^\*\\\[[^\n]*\]\*$/.test(text)) return text;
    const lost = this.notes.pictures.find(
      ({ name, bytes }) => bytes === null && text.includes(name.replaceAll('_', '\\_')),
    );
    if (lost !== undefined) throw new ItemRefused('picture.needed', { name: lost.name });
    return text;
  }

  words(prose: Prose | null): string {
    return prose === null ? '' : words(prose, this.notes);
  }

  /** Words on one answer that have no place at it: told with the explanation. */
  tellOf(answer: string, feedback: Prose | null): void {
    const said = this.blocks(feedback);
    if (said !== '') this.told.push(`- ${indented(answer)}\n\n  ${indented(said)}`);
  }
}

const indented = (text: string): string => text.replaceAll('\n', '\n  ').replace(/^ +$/gm, '');

/** What is particular to a kind. */
export interface Authored {
  kind: string;
  prompt?: string;
  items?: readonly WrittenItem[];
  fences?: WrittenQuestion['fences'];
  attributes?: Readonly<Record<string, string>>;
  /** its points are the sum of those of its tests */
  pointsOfTests?: true;
  /** the right answer in words of the file, for a question that explains nothing; null: nothing is right or wrong in it */
  answer: string | null;
}
