/** A file that was looked at, as the command tells it: each item with what would be taken, how it was changed, or why it is not. */
import type { Preview } from '../../domain/exchange/preview.ts';
import { placeOf, sentenceOf } from './words.ts';

export interface Line {
  at: string;
  title: string;
  kind: string | null;
  taken: boolean;
  /** how it was changed, or why it is not taken; null: there is nothing to say */
  reason: string | null;
  /** as its author would have written it */
  document: string | null;
}

/** What `--json` writes. */
export interface Looked {
  format: string;
  title: string | null;
  /** about the whole file */
  notes: string[];
  items: Line[];
}

export function lookedAt({ format, title, remarks, items }: Preview): Looked {
  const lines = items.map(({ at, title: named, kind, taken, document, remarks: said }): Line => {
    const words = said.map(sentenceOf);
    const reason = words.length === 0 ? null : words.join(' ');
    return { at: placeOf(at), title: named, kind, taken, reason, document };
  });
  return { format, title, notes: remarks.map(sentenceOf), items: lines };
}
