/**
 * Checks a matrix entry by entry, and looks for one slip that explains the whole: turned round, signs, rows or columns swapped. A slip
 * is named only where every entry is as it would be then.
 */
import { type CheckOptions, checkAnswer, type MathsCheck, type MathsTruth } from '../../maths/check.ts';
import type { Slip } from '../../maths/slips.ts';
import { placeOf, sameShape, shapeIn, transposed } from './places.ts';

type Rows<T> = readonly (readonly T[])[];

export interface MatrixTruth {
  truths: Rows<MathsTruth>;
  /** a row will do for a column, and a column for a row */
  either: boolean;
}

export interface MatrixCheck {
  /** whether it is as large as what is asked for */
  fits: boolean;
  /** null: nothing stands there. Where it does not fit, how the entries were read is all that they say */
  entries: (MathsCheck | null)[][];
  /** what explains all that is wrong */
  slip: Slip | undefined;
}

/** How entries are checked, but for what differs from one to the next. */
export type EntryOptions = Omit<CheckOptions, 'chosen' | 'slips' | 'explain'>;

const NOTHING: MathsTruth = { expected: '0' };

/** @param readings by place: which of several readings is meant */
export function checkMatrix(
  truth: MatrixTruth,
  given: Rows<string>,
  options: EntryOptions,
  readings: Readonly<Record<string, string>> = {},
): MatrixCheck {
  const how = (row: number, column: number): CheckOptions => {
    const chosen = readings[placeOf(row, column)];
    return chosen === undefined ? options : { ...options, chosen };
  };
  const is = (wanted: MathsTruth | undefined, row: number, column: number): boolean =>
    wanted !== undefined &&
    checkAnswer(wanted, given[row]?.[column] ?? '', { ...how(row, column), explain: false }).verdict === 'equal';
  const truths = asGiven(truth, given);
  const fits = sameShape(shapeIn(truths), shapeIn(given));
  const entries = given.map((cells, row) =>
    cells.map((text, column) => {
      if (text.trim() === '') return null;
      const wanted = fits ? truths[row]?.[column] : undefined;
      return wanted === undefined
        ? checkAnswer(NOTHING, text, { ...how(row, column), explain: false })
        : checkAnswer(wanted, text, how(row, column));
    }),
  );
  return { fits, entries, slip: slipOf({ truths, given, fits, entries, is, options }) };
}

/** What is asked for, turned as the answer is where either will do. */
function asGiven({ truths, either }: MatrixTruth, given: Rows<string>): Rows<MathsTruth> {
  const { rows, columns } = shapeIn(truths);
  const turned = { rows: columns, columns: rows };
  const isVector = rows === 1 || columns === 1;
  return either && isVector && rows !== columns && sameShape(turned, shapeIn(given)) ? transposed(truths) : truths;
}

interface Case {
  truths: Rows<MathsTruth>;
  given: Rows<string>;
  fits: boolean;
  entries: Rows<MathsCheck | null>;
  /** whether what stands at a place is a truth */
  is(wanted: MathsTruth | undefined, row: number, column: number): boolean;
  options: EntryOptions;
}

function slipOf(found: Case): Slip | undefined {
  const { truths, given, fits, entries, is } = found;
  const flat = entries.flat();
  // with one that is missing, unreadable or undecided nothing explains the whole
  if (flat.some((one) => one === null || one.verdict === 'invalid' || (fits && one.verdict === 'undecided')))
    return undefined;
  const { rows, columns } = shapeIn(truths);
  if (!fits && !sameShape({ rows: columns, columns: rows }, shapeIn(given))) return undefined;
  if (fits && flat.every((one) => one?.verdict === 'equal')) return undefined;
  const turns = rows > 1 || columns > 1;
  if (turns && (!fits || rows === columns) && every(given, (row, column) => is(truths[column]?.[row], row, column)))
    return { code: 'transposed', params: {} };
  if (!fits) return undefined;
  return signs(found) ?? swapped(found);
}

const every = (entries: Rows<unknown>, holds: (row: number, column: number) => boolean): boolean =>
  entries.every((cells, row) => cells.every((_, column) => holds(row, column)));

/** One sign, or those of all entries but zeros. */
function signs({ truths, entries, options }: Case): Slip | undefined {
  const wrong = places(entries).filter(({ one }) => one?.verdict === 'different');
  if (!wrong.every(({ one }) => one?.slip?.code === 'sign')) return undefined;
  const [first, ...more] = wrong;
  if (first === undefined) return undefined;
  const zeros = places(entries)
    .filter(({ one }) => one?.verdict === 'equal')
    .every(({ row, column }) => isZero(truths[row]?.[column], options));
  if (zeros && (more.length > 0 || entries.flat().length === 1)) return { code: 'sign', params: {} };
  return more.length === 0 ? { code: 'one-sign', params: { row: first.row + 1, column: first.column + 1 } } : undefined;
}

const isZero = (truth: MathsTruth | undefined, options: EntryOptions): boolean =>
  truth !== undefined && checkAnswer(truth, '0', { ...options, explain: false }).verdict === 'equal';

const places = <T>(entries: Rows<T>): { one: T; row: number; column: number }[] =>
  entries.flatMap((cells, row) => cells.map((one, column) => ({ one, row, column })));

/** Two rows, or two columns, that stand in each other's place. */
function swapped({ truths, entries, is }: Case): Slip | undefined {
  const wrong = places(entries).filter(({ one }) => one?.verdict !== 'equal');
  const other = (pair: readonly number[], at: number): number => (at === pair[0] ? pair[1] : pair[0]) ?? at;
  const lines = (of: 'row' | 'column'): number[] => [...new Set(wrong.map((place) => place[of]))].sort((a, b) => a - b);
  const [rows, columns] = [lines('row'), lines('column')];
  const width = entries[0]?.length ?? 0;
  const isSwapped = (by: 'row' | 'column', pair: readonly number[]): boolean =>
    pair.length === 2 &&
    pair.every((line) =>
      Array.from({ length: by === 'row' ? width : entries.length }, (_, at) => at).every((at) =>
        by === 'row' ? is(truths[other(pair, line)]?.[at], line, at) : is(truths[at]?.[other(pair, line)], at, line),
      ),
    );
  const params = ([first = 0, second = 0]: readonly number[]) => ({ first: first + 1, second: second + 1 });
  if (isSwapped('row', rows)) return { code: 'rows-swapped', params: params(rows) };
  return isSwapped('column', columns) ? { code: 'columns-swapped', params: params(columns) } : undefined;
}
