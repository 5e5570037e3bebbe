/**
 * `number`: one value with a tolerance, or all numbers between two.
 *
 *     ```yaml answer
 *     value: 2.4
 *     tolerance: 0.01
 *     also:               # optional: what else is accepted, and what it earns; all points unless `percent` says it
 *       - { value: 2.4, tolerance: 0.1, percent: 50, words: Round at the end only. }
 *       - { from: 41.5, below: 42.5 }
 *     wrong:
 *       - { value: 24, words: Look at the decimal point. }
 *     ```
 */
import { z } from 'zod';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { requiredFence } from '../../lesson/fences.ts';
import { parseMarkdown } from '../../lesson/markdown.ts';
import type { Problems } from '../../lesson/problems.ts';
import { readTolerance, tolerance } from '../../lesson/tolerance.ts';
import { contentSpot, type Path, readMap, readYaml, type Yaml } from '../../lesson/yaml-block.ts';
import type { QuestionOf } from '../../question.ts';
import type { KindReader } from '../reader.ts';
import { covers } from './accepted.ts';
import { MOST_OTHERS, type Span } from './document.ts';

/** Beside the right one, and wrong ones of which something is said. */
export const MOST_ALSO = 20;
export const MOST_WRONG = MOST_OTHERS - MOST_ALSO;
const words = z.string().min(1).max(500);
/** A value, or two ends of which `above` and `below` do not belong to it. */
const span = {
  value: z.number().optional(),
  tolerance: tolerance.optional(),
  from: z.number().optional(),
  above: z.number().optional(),
  to: z.number().optional(),
  below: z.number().optional(),
};
const also = z.strictObject({ ...span, percent: z.number().gt(0).max(100).default(100), words: words.optional() });
const wrong = z.strictObject({ ...span, words });
const written = z.strictObject({
  ...span,
  unit: z.string().min(1).optional(),
  euler: z.boolean().optional(),
  also: z.array(also).max(MOST_ALSO).default([]),
  wrong: z.array(wrong).max(MOST_WRONG).default([]),
});
/** Generous enough for a value read off a pocket calculator to six digits. */
export const USUAL = { absolute: 1e-9, relative: 1e-5 };

type Ends = Pick<z.infer<typeof written>, keyof typeof span>;
type Key = QuestionOf<'number'>['key'];
type Other = NonNullable<Key['others']>[number];

export const numberReader: KindReader<'number'> = {
  attributes: ['points'],
  fences: ['answer'],
  seconds: 40,
  read({ directive, problems, renderer }, fields, key) {
    const points = pointsAttribute(directive, problems);
    const fence = requiredFence(directive, 'answer', problems);
    const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
    const answer = yaml && readMap(written, yaml, [], problems);
    if (!yaml || !answer) return null;
    const right = readSpan(answer, [], yaml, problems);
    const known = [
      ...answer.also.map((one, index) => ({ one, path: ['also', index], share: one.percent / 100 })),
      ...answer.wrong.map((one, index) => ({ one, path: ['wrong', index], share: 0 })),
    ];
    const others = known.map(({ one, path, share }): Other | null => {
      const is = readSpan(one, path, yaml, problems);
      const { words: said } = one;
      const note =
        said === undefined ? null : { words: said, html: renderer.inlineBlocks(parseMarkdown(said).children) };
      return is === null ? null : { is, share, ...(note === null ? {} : { note }) };
    });
    const whole = others.filter((one) => one !== null);
    if (right === null || whole.length < others.length) return null;
    for (const [index, { path }] of known.entries())
      if (isIdle(whole, index, right))
        problems.add(yaml.spot(path), path[0] === 'wrong' ? 'number.wrongIsRight' : 'number.idle');
    const { unit, euler } = answer;
    return {
      kind: 'number',
      ...fields,
      points,
      unit: unit ?? null,
      ...(euler === undefined ? {} : { euler }),
      key: {
        ...key,
        ...('value' in right ? right : { value: (right.low + right.high) / 2, tolerance: USUAL, between: right }),
        ...(whole.length === 0 ? {} : { others: whole }),
      },
    };
  },
};

/** A value and what it may differ by, or what lies between two ends; null with its problem told. */
function readSpan(ends: Ends, path: Path, yaml: Yaml, problems: Problems): Span | null {
  const { value, tolerance: wide, from, above, to, below } = ends;
  const [low, high] = [from ?? above, to ?? below];
  const written = [from, above, to, below].filter((one) => one !== undefined).length;
  const tell = (code: string, key?: string): null => {
    problems.add(yaml.spot(key === undefined ? path : [...path, key]), code, key === undefined ? {} : { key });
    return null;
  };
  if (written === 0) {
    if (value === undefined) return tell('yaml.missing', 'value');
    return { value, tolerance: readTolerance(wide) ?? USUAL };
  }
  if (value !== undefined) return tell('number.both', 'value');
  if (wide !== undefined) return tell('number.both', 'tolerance');
  if (low === undefined || high === undefined || written > 2) return tell('number.ends');
  const open = above === undefined ? (below === undefined ? undefined : 'high') : below === undefined ? 'low' : 'both';
  if (low > high || (low === high && open !== undefined))
    return tell('number.empty', from === undefined ? 'above' : 'from');
  return { low, high, ...(open === undefined ? {} : { open }) };
}

/** Whether it can never count, as all that it takes earns as much already. */
function isIdle(others: readonly Other[], index: number, right: Span): boolean {
  const one = others[index];
  if (one === undefined) return false;
  const before = others.filter(({ share }, at) => share > one.share || (share === one.share && at < index));
  return [right, ...before.map(({ is }) => is)].some((wide) => covers(wide, one.is));
}
