/** A known answer as its author types it in one field, `(2, 1)`, `y = 2x`, `c = 0`, and as it is written. Pure. */
import type { Form } from '../../../domain/kinds/point/forms.ts';

/** What stands in the field. */
export function knownText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { point, arrow, line, path, where } = value as Record<string, unknown>;
  const pair = point ?? arrow;
  if (Array.isArray(pair)) return `(${pair.join(', ')})`;
  return [line, path, where].find((one) => typeof one === 'string') ?? '';
}

const PAIR = /^[([]\s*([^,()[\]]+?)\s*,\s*([^,()[\]]+?)\s*[)\]]$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What is written of it. */
export function knownFrom(text: string, form: Form): Record<string, unknown> {
  const bare = text.trim().replaceAll('−', '-');
  if (bare === '') return { [form]: null };
  if (form === 'path') return { path: bare };
  const [, x, y] = PAIR.exec(bare) ?? [];
  if (form !== 'line' && x !== undefined && y !== undefined)
    return { [form]: [x, y].map((one) => (NUMBER.test(one) ? Number(one) : one)) };
  // conditions on lines know neither x nor y
  return form === 'line' && /(?<![A-Za-z_.])[xy](?![A-Za-z_.(])/.test(bare) ? { line: bare } : { where: bare };
}
