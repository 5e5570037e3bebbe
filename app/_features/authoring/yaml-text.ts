/** Values of YAML as somebody types them in a field, and back. Pure. */
import { parse, stringify } from 'yaml';

/**
 * How a value is typed: `text` as it is, `number` with a point or a comma, `formula` the same with signs, `names` parted by commas,
 * `values` as the inside of a list (`3, [1, 2]`), `value` as one of its members.
 */
export type TypedAs = 'text' | 'number' | 'formula' | 'names' | 'values' | 'value';

const NUMBER = /^[-−+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d+)?$/i;
const LINE = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;

/** As it stands in a field; nothing for what is not there. */
export function typed(value: unknown, as: TypedAs): string {
  if (value === undefined || value === null) return as === 'value' && value === null ? 'null' : '';
  if (as === 'names' && Array.isArray(value)) return value.join(', ');
  if (as === 'values' && Array.isArray(value)) return flow(value).slice(1, -1);
  if (as === 'value' || typeof value === 'object') return flow(value);
  return String(value);
}

/** What is stored of what was typed; undefined: nothing is. */
export function untyped(text: string, as: TypedAs): unknown {
  const trimmed = text.trim();
  if (as === 'names') return trimmed === '' ? undefined : trimmed.split(/[\s,;]+/).filter((name) => name !== '');
  if (as === 'values') return trimmed === '' ? [] : inFlow(`[${trimmed}]`, text);
  if (trimmed === '') return undefined;
  if (as === 'value') return inFlow(trimmed, text);
  if (as === 'text') return text;
  if (!NUMBER.test(trimmed)) return trimmed;
  // what could be thousands as well is left to be asked about
  if (as === 'formula') return /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
  return Number(trimmed.replace('−', '-').replace(',', '.'));
}

/** A drawn value stands in braces alone, as in a text; without quotation marks YAML calls that a map. */
const flow = (value: unknown): string => stringify(braced(value), LINE).trim().replace(DRAWN, '{$1}');
const DRAWN = /"\{([\w\s+*/^().·-]*)\}"/g;

function braced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(braced);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, inside] = [], second] = Object.entries(value);
  if (inside === null && second === undefined) return `{${name}}`;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, braced(one)]));
}

function inFlow(source: string, otherwise: string): unknown {
  try {
    return braced(parse(source));
  } catch {
    // it is still being typed
    return otherwise;
  }
}
