/** The rows of what a question tells apart, as its block of YAML says it. Pure. */
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
