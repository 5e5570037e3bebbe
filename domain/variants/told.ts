/** Drawn values as their author reads them. */
import type { Values } from './parameters.ts';

/** `a = 2, b = −3`. */
export function told(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${String(value).replace(/^-/, '−')}`)
    .join(', ');
}
