/** A line of `check-maths --batch` with `"type": "values"` or `"reals"`: several values in any order, or a part of the real line. */
import { z } from 'zod';
import { readSet } from '../domain/kinds/set/candidates.ts';
import { checkSet } from '../domain/kinds/set/check.ts';
import { asksFor } from '../domain/kinds/set/document.ts';
import { mentionsEuler } from '../domain/maths/read.ts';

const line = z.object({
  id: z.union([z.string(), z.number()]),
  type: asksFor,
  /** what values may be made of; that which is solved for may stand among them */
  variables: z.array(z.string()).max(50).default([]),
  /** what is asked for; else the name that stands beside a relation, else x */
  variable: z.string().min(1).optional(),
  student: z.string(),
  expected: z.string(),
  positive: z.array(z.string()).default([]),
  seed: z.number().int().default(20_260_101),
  tolerance: z.strictObject({ decimals: z.number().int().min(0).max(12) }).optional(),
  /** which of several readings is meant, by its text */
  chosen: z.string().optional(),
});

/** One case → one line of output, without its `ms`. */
export function setVerdict(given: unknown): Record<string, unknown> {
  const { id, type, student, expected, positive, seed, tolerance, chosen, ...row } = line.parse(given);
  const variable = row.variable ?? solvedFor([student, expected], [...row.variables, 'x']);
  const variables = type === 'reals' ? [] : row.variables.filter((name) => name !== variable);
  // there is no prompt here that could tell
  const asked = { asks: type, variable, variables, promptHtml: '', euler: mentionsEuler(expected, variables) };
  const wanted = readSet(asked, expected, { unasked: true });
  if (!wanted.ok) throw new Error(`expected: ${wanted.feedback.code}`);
  const read = readSet(asked, student, { chosen });
  const nothing = { id, verdict: 'invalid', reading: null, witness: null, note: null, slip: null };
  if (!read.ok) {
    const { code, params } = read.feedback;
    const problem = { code: code.replace(/^(?:feedback|maths\.problem)\./, ''), at: 0, length: student.length, params };
    return { ...nothing, problem };
  }
  if (read.asks.length > 0) {
    const [first, second] = read.asks;
    const params = { first: first?.text ?? '', second: second?.text ?? '' };
    const problem = { code: 'two-readings', at: 0, length: student.length, params };
    return { ...nothing, problem, readings: read.asks.map(({ tex, text }) => ({ tex, text })) };
  }
  const options = { asks: type, variables, positive, seed, decimals: tolerance?.decimals };
  const { verdict, share, slip } = checkSet(wanted.read.tree, read.read.tree, options);
  const { tex, text, notes } = read.read;
  if (verdict === 'never-defined')
    return { ...nothing, problem: { code: 'never-defined', at: 0, length: student.length, params: {} } };
  return {
    id,
    verdict,
    reading: { tex, text, notes },
    share: verdict === 'undecided' ? null : share,
    witness: null,
    note: verdict === 'undecided' ? { code: 'cannot-tell', params: {} } : null,
    slip: slip === undefined ? null : { code: slip, params: {} },
  };
}

const AFTER = String.raw`\s*(?:[=<>≤≥≠∈∉!]|\\(?:leq?|geq?|neq?|in|notin)(?![A-Za-z]))`;

/** The name beside `=`, `<` or `∈`; x where none stands there. */
function solvedFor(texts: readonly string[], names: readonly string[]): string {
  const stands = (name: string): boolean => {
    const literal = name.replace(/[^\p{L}\d_]/gu, '\\$&');
    const relation = new RegExp(`(?<![\\w^*/+-])${literal}${AFTER}|[<≤>≥]\\s*${literal}(?!\\w)`, 'u');
    return texts.some((text) => relation.test(text));
  };
  return names.find(stands) ?? 'x';
}
