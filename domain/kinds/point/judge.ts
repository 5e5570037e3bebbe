/** What of the known answers something is that was put, and what that earns. */
import { number, numberOf, type Scope } from '../../figures/scope.ts';
import { scopeAt } from '../../figures/state.ts';
import { treeOf } from '../../figures/trees.ts';
import { MatrixFailure } from '../../maths/matrix-parse.ts';
import type { QuestionOf } from '../../question.ts';
import { type Condition, holds, readCondition, sidesOf } from './condition.ts';
import type { KnownPut } from './document.ts';
import { apart, lineIn, turned } from './lines.ts';
import type { Put } from './put.ts';

type Point = QuestionOf<'point'>;
type Other = NonNullable<Point['key']['others']>[number];
/** What it takes to judge. */
export type Judged = Pick<Point, 'form' | 'from' | 'within' | 'figure'> & {
  key: Pick<Point['key'], 'answer' | 'condition' | 'tolerance' | 'define' | 'others'>;
};

/** Names of the figure and those of the key. Throws MatrixFailure where a definition does not fit. */
export function scopeOf({ figure, key }: { figure: Point['figure']; key: Pick<Point['key'], 'define'> }): Scope {
  return scopeAt({ ...figure, define: [...figure.define, ...(key.define ?? [])] }, {});
}

/** Names of places in conditions: of an arrow that may stand anywhere its tail has some too. */
function namesIn({ form, from }: Pick<Point, 'form' | 'from'>): readonly string[] {
  if (form === 'line') return ['a', 'b', 'c'];
  return form === 'arrow' && from === null ? ['x', 'y', 'p', 'q'] : ['x', 'y'];
}

/** Judges what is put to one question: its names are worked out once. */
export class Judge {
  readonly #question: Judged;
  readonly scope: Scope;
  readonly #conditions = new Map<string, Condition>();

  constructor(question: Judged) {
    this.#question = question;
    this.scope = scopeOf(question);
  }

  /** The share of the points that something earns, and which of the others it is; what earns most counts, then what stands first. */
  earned(put: Put): { share: number; other: Other | null } {
    const { answer, condition, others } = this.#question.key;
    if (condition === undefined ? this.is(answer, put) : this.is({ where: condition }, put))
      return { share: 1, other: null };
    let other: Other | null = null;
    for (const one of others ?? [])
      if ((other === null || one.share > other.share) && this.is(one.is, put)) other = one;
    return { share: other?.share ?? 0, other };
  }

  /** Whether something is what is known, as near as the question wants it. */
  is(known: KnownPut, put: Put): boolean {
    const { within, key } = this.#question;
    const { tolerance } = key;
    if ('where' in known) return this.#holds(known.where, put);
    if ('path' in known) return put.is === 'path' && put.path === known.path;
    if ('line' in known) return put.is === 'line' && apart(known.line, put.line, within) <= tolerance + ROUNDING;
    if (put.is !== 'place') return false;
    const [x, y] = known.place;
    return Math.hypot(put.place[0] - x, put.place[1] - y) <= tolerance + ROUNDING;
  }

  /** Works every formula of a condition out once. Throws MatrixFailure where one does not fit. */
  tried(text: string): void {
    const names = namesIn(this.#question);
    const values = new Map(names.map((name) => [name, number(1)]));
    for (const side of sidesOf(this.#read(text))) {
      const node = treeOf(side);
      const { kind } = this.scope.value(node, values);
      if (kind !== 'scalar') throw new MatrixFailure('number', node, { shape: kind });
    }
  }

  #read(text: string): Condition {
    const condition = this.#conditions.get(text) ?? readCondition(text);
    this.#conditions.set(text, condition);
    return condition;
  }

  #holds(text: string, put: Put): boolean {
    if (put.is === 'path') return false;
    const names = namesIn(this.#question);
    const condition = this.#read(text);
    const { tolerance } = this.#question.key;
    if (put.is === 'place') {
      const at = [...put.place, ...(put.tail ?? [])].slice(0, names.length);
      return holds(condition, { scope: this.scope, names, at, units: at.map(() => 1), tolerance });
    }
    // a turn moves the line most at the edge: there it is as far as half of what is seen
    const [[left, right], [low, high]] = this.#question.within;
    const arm = Math.max(1e-9, Math.hypot(right - left, high - low) / 2);
    return [put.line, turned(put.line)].some((at) =>
      holds(condition, { scope: this.scope, names, at, units: [arm, arm, 1], tolerance }),
    );
  }
}

/** What rounding does is nothing. */
const ROUNDING = 1e-9;

const judges = new WeakMap<object, Judge>();

/** The judge of a question; that of one that was judged before is kept while it is. */
export function judgeOf(question: Judged): Judge {
  const kept = judges.get(question) ?? new Judge(question);
  judges.set(question, kept);
  return kept;
}

/** What a text is, as an author writes it: `(2, 1)`, `3x + 4y = 25`, `B`, or a condition. Throws MatrixFailure. */
export function knownIn(text: string, { form }: Pick<Point, 'form'>, scope: Scope): KnownPut | null {
  const bare = text.trim();
  if (form === 'path') return /^[A-H]$/.test(bare) ? { path: bare } : null;
  if (form === 'line') {
    // conditions on lines know neither x nor y
    if (!/(?<![\p{L}_.])[xy](?![\p{L}\p{Nd}_.(])/u.test(bare)) return { where: bare };
    const line = lineIn(bare, scope);
    return line && { line: [...line] };
  }
  const [, x, y] = /^[([]([^,()[\]]+),([^,()[\]]+)[)\]]$/.exec(bare) ?? [];
  if (x === undefined || y === undefined) return { where: bare };
  return { place: [numberOf(scope.value(treeOf(x))), numberOf(scope.value(treeOf(y)))] };
}
