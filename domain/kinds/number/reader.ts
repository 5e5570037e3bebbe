/**
 * `number`: one value with a tolerance.
 *
 *     ```yaml answer
 *     value: 2.4
 *     tolerance: 0.01
 *     ```
 */
import { z } from 'zod';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { requiredFence } from '../../lesson/fences.ts';
import { readTolerance, tolerance } from '../../lesson/tolerance.ts';
import { contentSpot, readMap, readYaml } from '../../lesson/yaml-block.ts';
import type { KindReader } from '../reader.ts';

const written = z.strictObject({
  value: z.number(),
  tolerance: tolerance.optional(),
  unit: z.string().min(1).optional(),
  euler: z.boolean().optional(),
});
/** Generous enough for a value read off a pocket calculator to six digits. */
export const USUAL = { absolute: 1e-9, relative: 1e-5 };

export const numberReader: KindReader<'number'> = {
  attributes: ['points'],
  fences: ['answer'],
  seconds: 40,
  read({ directive, problems }, fields, key) {
    const points = pointsAttribute(directive, problems);
    const fence = requiredFence(directive, 'answer', problems);
    const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
    const answer = yaml && readMap(written, yaml, [], problems);
    if (!answer) return null;
    const { value, unit, euler } = answer;
    return {
      kind: 'number',
      ...fields,
      points,
      unit: unit ?? null,
      ...(euler === undefined ? {} : { euler }),
      key: { ...key, value, tolerance: readTolerance(answer.tolerance) ?? USUAL },
    };
  },
};
