/** The rows of what a question tells apart, as its block of YAML says it. Pure. */

import type { WrittenItem } from '../../../domain/lesson/written/written.ts';
import { withYaml, yamlValue } from '../../../domain/lesson/written/yaml-edit.ts';
import { SIGNS, type SignName } from '../../../domain/misconceptions/sign.ts';

/** What stands in a row, of whatever form it is. */
export type Entry = Readonly<Record<string, unknown>>;

export const entryOf = (value: unknown): Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** By what a row says that it shows; as a row begins, by the first sign of its kind. */
export function signOf(entry: Entry, by: readonly SignName[]): SignName {
  return SIGNS.find((name) => name in entry) ?? by[0] ?? 'answer';
}

/** The same row, showing by something else. */
export function signed(entry: Entry, name: SignName): Entry {
  const { id = '', words } = entry;
  return { id, [name]: BEGINS[name], ...(words === undefined ? {} : { words }) };
}

const BEGINS: Readonly<Record<SignName, string>> = {
  option: 'B',
  without: 'A',
  pair: '1-2',
  before: 'BA',
  answer: '',
  slip: '',
  error: 'TypeError',
  test: '',
};

/** An id for a name: small letters, digits and hyphens. */
export function codeFor(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '');
}

const LETTERS = 'ABCDEFGHIJ';
/** The lines that ask for an answer: one that begins with its arrow is an answer more. */
export const promptsOf = (items: readonly WrittenItem[]): readonly WrittenItem[] =>
  items.filter(({ text }) => !/^\s*(?:->|→)/.test(text));

/**
 * What is said of options, items and pairs goes with them where they are moved; of one that is taken away nothing is said any more.
 * @param text the block as it stands
 */
export function followItems(text: string, before: readonly WrittenItem[], after: readonly WrittenItem[]): string {
  const rows = yamlValue(text)?.value;
  if (!Array.isArray(rows)) return text;
  const letters = placesAfter(before, after);
  const prompts = placesAfter(promptsOf(before), promptsOf(after));
  const letter = (one: string): string | null => LETTERS[letters[LETTERS.indexOf(one)] ?? -1] ?? null;
  const number = (one: string): string | null => {
    const place = prompts[Number(one) - 1] ?? -1;
    return place < 0 ? null : String(place + 1);
  };
  /** null: it spoke of what is not there any more */
  const moved = (name: SignName, value: string): string | null => {
    const [parts, joint, one] =
      name === 'pair' ? ([value.split('-'), '-', number] as const) : ([[...value], '', letter] as const);
    const all = parts.map(one);
    return all.includes(null) ? null : all.join(joint);
  };
  // from the last one: those before it keep their places
  return rows.reduceRight<string>((written, row: unknown, step) => {
    const entry = entryOf(row);
    const name = (['option', 'without', 'before', 'pair'] as const).find((one) => typeof entry[one] === 'string');
    if (name === undefined) return written;
    const now = moved(name, String(entry[name]));
    if (now === entry[name]) return written;
    return now === null ? withYaml(written, [step], undefined) : withYaml(written, [step, name], now);
  }, text);
}

/** Where each of them stands now; −1: nowhere. One that was changed where it stood is the same one. */
function placesAfter(before: readonly WrittenItem[], after: readonly WrittenItem[]): number[] {
  return before.map((item, place) => {
    const found = after.indexOf(item);
    const changed = found < 0 && before.length === after.length && !before.includes(after[place] ?? item);
    return changed ? place : found;
  });
}
