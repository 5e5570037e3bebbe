/**
 * `set`: several values in any order, or a part of the real line.
 *
 *     ```yaml answer
 *     values: "-2; 2"                 one of these two
 *     reals: "[1, 3)"                 or any other way to write it: 1 ≤ x < 3
 *     variable: t                     what is asked for; x unless told
 *     variables: [a]                  what values may be made of; none unless told
 *     positive: [a]
 *     decimals: 2
 *     ```
 */
import { z } from 'zod';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { requiredFence } from '../../lesson/fences.ts';
import { contentSpot, readMap, readYaml, type Yaml } from '../../lesson/yaml-block.ts';
import type { Feedback } from '../../results/verdict.ts';
import { identifier } from '../common/document.ts';
import type { KindReader, Workshop } from '../reader.ts';
import { readSet } from './candidates.ts';
import { checkSet } from './check.ts';
import { setChecking } from './document.ts';
import { LONGEST } from './signs.ts';

const written = z.strictObject({
  values: z
    .union([z.string().min(1).max(LONGEST), z.number(), z.array(z.union([z.string(), z.number()])).max(24)])
    .optional(),
  reals: z.string().min(1).max(LONGEST).optional(),
  variable: identifier.default('x'),
  variables: z.array(identifier).max(16).default([]),
  positive: z.array(identifier).default([]),
  euler: z.boolean().optional(),
  ...setChecking.shape,
});
type Written = z.infer<typeof written>;

export const setReader: KindReader<'set'> = {
  attributes: ['points'],
  fences: ['answer'],
  seconds: 60,
  read(shop, fields, key) {
    const { directive, problems } = shop;
    const points = pointsAttribute(directive, problems);
    const fence = requiredFence(directive, 'answer', problems);
    const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
    const read = yaml && readMap(written, yaml, [], problems);
    if (!yaml || !read) return null;
    const { values, reals, variable, variables, positive, euler, decimals } = read;
    if ((values === undefined) === (reals === undefined)) {
      problems.add(yaml.spot(values === undefined ? [] : ['reals']), 'set-answer.one');
      return null;
    }
    if (!namesFit(read, yaml, shop)) return null;
    const asks = values === undefined ? ('reals' as const) : ('values' as const);
    const set = asks === 'values' ? valuesText(values) : (reals ?? '');
    const asked = { asks, variable, variables, positive, ...(euler === undefined ? {} : { euler }) };
    const found = readSet({ ...fields, ...asked }, set);
    const spot = yaml.spot([asks]);
    if (!found.ok) {
      problems.add(spot, 'set-answer.unread', { set, reason: reasonOf(found.feedback) });
      return null;
    }
    const [first, second] = found.asks;
    if (first !== undefined && second !== undefined) {
      problems.add(spot, 'set-answer.twoReadings', { set, first: first.text, second: second.text });
      return null;
    }
    const { tree } = found.read;
    if (checkSet(tree, tree, { ...asked, seed: 1, decimals }).verdict !== 'equal') {
      problems.add(spot, 'set-answer.untold', { set });
      return null;
    }
    return {
      kind: 'set',
      ...fields,
      points,
      ...asked,
      key: { ...key, set, ...(decimals === undefined ? {} : { checking: { decimals } }) },
    };
  },
};

/** A list of YAML's own leaves no doubt where its values part. */
function valuesText(values: Written['values']): string {
  if (!Array.isArray(values)) return String(values);
  return values.length === 0 ? '∅' : values.map(String).join('; ');
}

/** What an author is told is the code: its words are for students. */
const reasonOf = ({ code }: Feedback): string => code.replace(/^(?:feedback\.set|maths\.problem\.)/, '');

function namesFit({ variable, variables, positive, reals }: Written, yaml: Yaml, { problems }: Workshop): boolean {
  const known = variables.join(', ');
  const stranger = positive.find((name) => !variables.includes(name));
  if (stranger !== undefined)
    problems.add(yaml.spot(['positive']), 'maths-part.variable', { variable: stranger, known });
  const own = variables.includes(variable);
  if (own) problems.add(yaml.spot(['variables']), 'set-answer.own', { variable });
  const numbers = reals !== undefined && variables.length > 0;
  if (numbers) problems.add(yaml.spot(['variables']), 'set-answer.numbers');
  return stranger === undefined && !own && !numbers;
}
