/** What counts, as it is typed: texts that may be no numbers yet. Pure. */
import { readPoints } from '../../../../_features/activities/read-points.ts';

/** A category as it is typed. */
export interface TypedCategory {
  id: string;
  name: string;
  weight: string;
  dropLowest: string;
}

/** An activity as it is typed. */
export interface TypedColumn {
  id: string;
  title: string;
  categoryId: string | null;
  weight: string;
  hidden: boolean;
}

/** A weight from 0 to 1000; undefined: it is none. */
export function readWeight(text: string): number | undefined {
  const value = readPoints(text.replace('%', ''));
  return value == null || value > 1000 ? undefined : value;
}

/** How many of the lowest are left out; undefined: no such number. */
export function readCount(text: string): number | undefined {
  return /^\d{1,2}$/.test(text.trim()) && Number(text) <= 50 ? Number(text) : undefined;
}
