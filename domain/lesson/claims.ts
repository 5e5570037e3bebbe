/**
 * What a text claims, written down so that it is recomputed: a fence `verify`, which no reader sees.
 *
 *     ```formulas verify
 *     L(a, b) = mse([b, a, a + b], [1, 2, 3]) * 3/4
 *     L(0, 0) = 3.5
 *     grad(L)(1, 1) ≈ [-1, -0.5]
 *     ```
 *
 * Each line is a definition, where its left side is a new name, or must hold: `=` to rounding, `≈` to the decimals that are
 * written, `<` and so on as they stand. Formulas are those of figures. `python verify` holds assertions, run by the check.
 */
import type { Code } from 'mdast';
import { numbersOf, Scope, type Value } from '../figures/scope.ts';
import { treeOf } from '../figures/trees.ts';
import { MatrixFailure, type MatrixNode } from '../maths/matrix-parse.ts';
import { type Problems, spotOf } from './problems.ts';
import { contentSpot } from './yaml-block.ts';

/** Python that must run through, and where its first line stands. */
export interface PythonClaims {
  source: string;
  line: number;
}

/** Whether a fence holds claims: it is no part of what is read. */
export const holdsClaims = (node: { type: string; meta?: string | null | undefined }): boolean =>
  node.type === 'code' && node.meta?.trim() === 'verify';

/** Works out the formulas of a fence, and tells those that do not hold. @returns Python to be run, or nothing */
export function readClaims(fence: Code, problems: Problems): PythonClaims | null {
  const { line } = contentSpot(fence);
  if (fence.lang === 'python') return { source: fence.value, line };
  if (fence.lang !== 'formulas') {
    problems.add(spotOf(fence), 'fence.language', { language: fence.lang ?? '', known: 'formulas, python' });
    return null;
  }
  const scope = new Scope();
  for (const [index, written] of fence.value.split('\n').entries()) {
    const text = written.replace(/#.*$/, '').trimEnd();
    if (text.trim() === '') continue;
    const spot = { line: line + index, column: contentSpot(fence).column };
    try {
      const wrong = claim(text, scope);
      if (wrong !== null) problems.add(spot, wrong.code, wrong.params);
    } catch (error) {
      // a formula that does not fit is the author's to mend; anything else is ours
      if (!(error instanceof MatrixFailure)) throw error;
      const { code, at, params } = error.problem;
      problems.add(spot, code === 'name' ? 'drawing.unknown' : `matrix.${code}`, { ...params, at: at + 1 });
    }
  }
  return null;
}

interface Wrong {
  code: string;
  params: Record<string, string | number>;
}

const NAME = String.raw`\p{L}[\p{L}\p{Nd}_]*`;
const DEFINED = new RegExp(String.raw`^\s*(${NAME})\s*(?:\((\s*${NAME}\s*(?:,\s*${NAME}\s*)*)\))?\s*=(.+)$`, 'su');

/** Takes one line in: a definition, or something that must hold. */
function claim(text: string, scope: Scope): Wrong | null {
  const [, name = '', params, of = ''] = DEFINED.exec(text) ?? [];
  const isNew = name !== '' && scope.get(name) === undefined && !scope.has(name);
  if (isNew) {
    const names = params?.split(',').map((one) => one.trim()) ?? null;
    scope.define({ name, params: names, node: treeOf(of.trim()) });
    return null;
  }
  const [left, right] = text.split('≈');
  if (left !== undefined && right !== undefined)
    return near(scope.value(treeOf(left.trim())), scope.value(treeOf(right.trim())), decimalsOf(right), text);
  const node = treeOf(text.trim());
  if (node.op !== 'compare') return { code: 'verify.form', params: {} };
  if (node.how !== '=') return holds(node, scope) ? null : { code: 'verify.false', params: { claim: text.trim() } };
  return near(scope.value(node.a), scope.value(node.b), null, text);
}

const holds = (node: MatrixNode, scope: Scope): boolean => numbersOf(scope.value(node)).every((one) => one !== 0);

/** The fewest decimals that a text writes its numbers with. */
function decimalsOf(text: string): number {
  const all = [...text.matchAll(/\d+(?:\.(\d+))?/g)].map(([, after = '']) => after.length);
  return Math.min(...all);
}

/** Rounding of a few operations. */
const EXACT = 1e-9;

function near(left: Value, right: Value, decimals: number | null, text: string): Wrong | null {
  const [a, b] = [numbersOf(left), numbersOf(right)];
  const isSame =
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index] ?? Number.NaN;
      const most = decimals === null ? EXACT * Math.max(1, Math.abs(other)) : 0.5 * 10 ** -decimals * (1 + 1e-9);
      return Math.abs(one - other) <= most;
    });
  if (isSame) return null;
  const found = a.map((one) => String(Number(one.toPrecision(8)))).join(', ');
  return { code: 'verify.isNot', params: { claim: text.trim(), found } };
}
