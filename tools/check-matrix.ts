/** A line of `check-maths --batch` with `"type": "matrix"`: vectors and matrices, typed as a whole or as rows of entries. */
import { z } from 'zod';
import { checkMatrix } from '../domain/kinds/matrix/check.ts';
import { type ParsedMatrix, parseMatrix } from '../domain/kinds/matrix/parse.ts';
import { matrixTex, matrixText, sameShape, shapeIn, transposed } from '../domain/kinds/matrix/places.ts';
import type { MathsCheck } from '../domain/maths/check.ts';
import { mentionsEuler } from '../domain/maths/read.ts';

const whole = z.union([z.string(), z.array(z.array(z.string()).min(1)).min(1)]);
const line = z.object({
  id: z.union([z.string(), z.number()]),
  type: z.literal('matrix'),
  variables: z.array(z.string()).max(50),
  student: whole,
  expected: whole,
  /** a row will do for a column, and a column for a row */
  either: z.boolean().optional(),
  positive: z.array(z.string()).optional(),
  seed: z.number().int().optional(),
  strict: z.boolean().optional(),
  tolerance: z.strictObject({ decimals: z.number().int().min(0).max(12) }).optional(),
  /** by place (`1-2`): which of several readings is meant */
  chosen: z.record(z.string(), z.string()).optional(),
});

/** One case → one line of output, without its `ms`. */
export function matrixVerdict(given: unknown): Record<string, unknown> {
  const { id, variables, positive, seed, strict, tolerance, either = false, chosen, ...row } = line.parse(given);
  const wanted = taken(row.expected);
  if (!wanted.ok) throw new Error(`expected: ${wanted.why}`);
  const student = taken(row.student);
  if (!student.ok) {
    const problem = { code: `matrix-${student.why}`, at: 0, length: row.student.length, params: { row: student.row } };
    return { id, verdict: 'invalid', reading: null, witness: null, note: null, slip: null, problem };
  }
  // `(2x, 2y)` is a row or a column, as it is asked for
  const turned = transposed(student.entries);
  const fits = student.tuple && sameShape(shapeIn(turned), shapeIn(wanted.entries));
  const entries = fits ? turned : student.entries;
  const truths = wanted.entries.map((texts) => texts.map((expected) => ({ expected })));
  const options = {
    variables,
    // there is no prompt here that could tell
    euler: wanted.entries.flat().some((text) => mentionsEuler(text, variables)),
    ...(positive === undefined ? {} : { positive }),
    ...(seed === undefined ? {} : { seed }),
    ...(strict === undefined ? {} : { strict }),
    ...(tolerance === undefined ? {} : { tolerance }),
  };
  const check = checkMatrix({ truths, either }, entries, options, chosen);
  const all = check.entries.flat();
  const first = (verdict: MathsCheck['verdict']): MathsCheck | undefined =>
    all.find((one) => one?.verdict === verdict) ?? undefined;
  const unread = first('invalid');
  const verdict =
    unread !== undefined || all.includes(null)
      ? 'invalid'
      : !check.fits || first('different') !== undefined
        ? 'different'
        : (first('undecided')?.verdict ?? 'equal');
  const understood = check.entries.map((cells) => cells.map((one) => one?.reading ?? null));
  const whole = understood.flat().includes(null)
    ? null
    : {
        tex: matrixTex(understood.map((cells) => cells.map((one) => one?.tex ?? ''))),
        text: matrixText(understood.map((cells) => cells.map((one) => one?.text ?? ''))),
        notes: understood.flat().flatMap((one) => one?.notes ?? []),
      };
  return {
    id,
    verdict,
    reading: whole,
    shape: shapeIn(entries),
    entries: check.fits ? check.entries.map((cells) => cells.map((one) => one?.verdict ?? 'empty')) : null,
    witness: (check.fits ? first('different')?.witness : undefined) ?? null,
    note: first('undecided')?.note ?? null,
    slip: check.slip ?? null,
    ...(unread?.problem === undefined ? {} : { problem: unread.problem }),
    ...(unread?.readings === undefined ? {} : { readings: unread.readings }),
  };
}

function taken(given: z.infer<typeof whole>): ParsedMatrix {
  if (typeof given === 'string') return parseMatrix(given);
  const odd = given.findIndex((row) => row.length !== given[0]?.length);
  return odd > 0 ? { ok: false, why: 'ragged', row: odd + 1 } : { ok: true, entries: given, tuple: false, weak: false };
}
