/** What a writer of a format is given for one question: its texts as that format has them, and where it tells what is changed. */
import type { Prose } from '../foreign.ts';
import { Notes } from '../prose/notes.ts';
import { ItemRefused, isRemark, type Remark, remark } from '../remark.ts';
import { htmlOf, lineOfHtml } from './html.ts';
import type { OutItem } from './item.ts';
import { plainLineOf, plainOf } from './plain.ts';
import type { Places } from './tree.ts';

/** Made anew for each question. */
export class Pen {
  readonly item: OutItem;
  readonly notes = new Notes();
  /** those that it has put somewhere */
  readonly pictures = new Set<string>();
  readonly #places: Places;

  /** @param places what a text names a picture by */
  constructor(item: OutItem, places: Places) {
    this.item = item;
    this.#places = (id) => {
      const address = places(id);
      if (address !== null) this.pictures.add(id);
      return address;
    };
    this.notes.remarks.push(...item.remarks);
  }

  change(code: string, params: Remark['params'] = {}): void {
    this.notes.add(code, params);
  }

  /** '' where there is nothing to say */
  html(prose: Prose | null): string {
    return prose === null ? '' : htmlOf(prose, this.#places, this.notes);
  }

  htmlLine(prose: Prose): string {
    return lineOfHtml(prose, this.#places, this.notes);
  }

  plain(prose: Prose | null): string {
    return prose === null ? '' : plainOf(prose, this.notes);
  }

  plainLine(prose: Prose): string {
    return plainLineOf(prose, this.notes);
  }

  /** Tells which of these it has and the format has not. */
  leaves(...what: ('points' | 'hints' | 'tags' | 'seconds' | 'solution' | 'feedback' | 'unit' | 'capitals')[]): void {
    const { item } = this;
    const has = {
      points: item.points !== 1 && item.points !== 0,
      hints: item.hints.length > 0,
      tags: item.tags.length > 0,
      seconds: false,
      solution: item.solution !== null,
      feedback: hasFeedback(item),
      unit: item.asked.form === 'ranges' && item.asked.unit !== null && item.asked.unit !== '',
      capitals: item.asked.form === 'words' && item.asked.capitals,
    };
    for (const one of what) if (has[one]) this.change(`outNo.${one}`);
  }
}

function hasFeedback({ asked }: OutItem): boolean {
  if (asked.form === 'options') return asked.options.some(({ feedback }) => feedback !== null);
  if (asked.form === 'ranges') return asked.ranges.some(({ feedback }) => feedback !== null);
  return asked.form === 'words' && asked.texts.some(({ feedback }) => feedback !== null);
}

/** The form is none of this format. */
export function notHere(code: string): never {
  throw new ItemRefused(code);
}

/** What became of a question. */
export interface OutLine {
  written: boolean;
  /** how it was changed; of what is not written, why */
  remarks: readonly Remark[];
}

/** The lines of all of them, and what was written of those that could be. */
export function eachWritten<T>(
  items: readonly (OutItem | Remark)[],
  places: Places,
  write: (pen: Pen, place: number) => T,
): { lines: OutLine[]; written: { item: OutItem; made: T; pictures: ReadonlySet<string> }[] } {
  const written: { item: OutItem; made: T; pictures: ReadonlySet<string> }[] = [];
  const lines = items.map((item): OutLine => {
    if (isRemark(item)) return { written: false, remarks: [item] };
    const pen = new Pen(item, places);
    try {
      const made = write(pen, written.length + 1);
      written.push({ item, made, pictures: pen.pictures });
      return { written: true, remarks: pen.notes.remarks };
    } catch (error) {
      if (!(error instanceof ItemRefused)) throw error;
      return { written: false, remarks: [error.remark] };
    }
  });
  return { lines, written };
}

/** As a remark: the question could not even be taken apart. */
export const refusalOf = (error: unknown): Remark => {
  if (error instanceof ItemRefused) return remark(error.remark.code, error.remark.params);
  throw error;
};
