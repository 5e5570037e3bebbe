/** The cell that says which answers are right, in all the forms that people and spreadsheets make of `1,3`. */
import { brief, ItemRefused, type Remark, remark } from '../remark.ts';
import { oneLine } from '../signs.ts';
import type { Cell } from './table.ts';

export interface Key {
  /** places among the answers, from 0 */
  right: number[];
  remarks: Remark[];
}

/** @param answers as they are shown; '' where there is none */
export function readKey(cell: Cell, answers: readonly string[]): Key {
  if (cell instanceof Date) throw new ItemRefused('sheet.dateKey');
  if (cell === null || String(cell).trim() === '') throw new ItemRefused('sheet.noKey');
  const written = oneLine(String(cell));
  const byPlace = placesIn(written, answers);
  const byText = answers.flatMap((answer, index) => (answer !== '' && same(answer, written) ? [index] : []));
  if (byPlace !== null) {
    // `2` may be the second answer, and the answer that says 2
    const [text] = byText;
    if (byText.length === 1 && text !== undefined && !(byPlace.right.length === 1 && byPlace.right[0] === text))
      throw new ItemRefused('sheet.twoReadings', { key: brief(written, 20) });
    return byPlace;
  }
  if (byText.length === 1) return { right: byText, remarks: [] };
  throw new ItemRefused('sheet.key', { key: brief(written, 40) });
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function placesIn(written: string, answers: readonly string[]): Key | null {
  const isPlace = (place: number): boolean => Number.isInteger(place) && (answers[place - 1] ?? '') !== '';
  const parts = written.split(/\s*[,;/&+]\s*|\s+/).filter((part) => part !== '');
  const places = parts.map((part) => (/^[A-Fa-f]$/.test(part) ? part.toUpperCase().charCodeAt(0) - 64 : Number(part)));
  if (places.every(isPlace)) return { right: unique(places), remarks: [] };
  // a spreadsheet with decimal commas takes `1,3` for a number
  const digits = /^\d(?:\.\d)+$/.test(written)
    ? written.split('.').map(Number)
    : /^\d{2,6}$/.test(written)
      ? [...written].map(Number)
      : [];
  if (digits.length > 1 && digits.every(isPlace) && new Set(digits).size === digits.length)
    return { right: unique(digits), remarks: [remark('sheet.digits', { key: written, read: digits.join(', ') })] };
  return null;
}

const unique = (places: readonly number[]): number[] => [...new Set(places)].map((place) => place - 1);
