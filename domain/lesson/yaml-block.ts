/** YAML inside a lesson (front matter, tests, parts): read once, every problem at its own line and column. */
import { isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Problems, type Spot, START } from './problems.ts';

/** Most faults of syntax that are told of one block. */
const MOST_SYNTAX = 3;

export type Path = readonly (string | number)[];

/** A YAML text that could be parsed. */
export interface Yaml {
  value: unknown;
  /** Where the value at a path is written; of a missing one, where its parent is. */
  spot(path: Path): Spot;
  /** Where a sign of the text at a path is written; where that cannot be told, where its key is. */
  within(path: Path, at: number): Spot;
}

/**
 * Reads YAML whose first line stands at `first` of the file. Null, with problems told, where it is no YAML.
 * Aliases and tags are not needed in lessons: expansion is bounded.
 */
export function readYaml(text: string, first: Spot, problems: Problems): Yaml | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const at = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset);
    return { line: first.line + line - 1, column: first.column + col - 1 };
  };
  // what follows from the first of them helps nobody
  for (const error of document.errors.slice(0, MOST_SYNTAX))
    problems.add(at(error.pos[0]), 'yaml.syntax', { reason: error.message });
  if (document.errors.length > 0) return null;

  const offsetOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
      const last = path[length - 1];
      if (isMap(parent)) {
        const pair = parent.items.find((item) => (isScalar(item.key) ? item.key.value : item.key) === last);
        if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
      } else if (isCollection(parent) && last !== undefined) {
        const item = parent.get(last, true);
        if ((isScalar(item) || isCollection(item)) && item.range) return item.range[0];
      }
    }
    return document.contents?.range[0] ?? 0;
  };
  try {
    return {
      value: document.toJS({ maxAliasCount: 20 }),
      spot: (path) => at(offsetOf(path)),
      within: (path, sign) => {
        const node = document.getIn(path, true);
        const isOneLine = isScalar(node) && node.range && (node.type === 'PLAIN' || node.type?.startsWith('QUOTE_'));
        if (!isOneLine || !node.range) return at(offsetOf(path));
        return at(node.range[0] + sign + (node.type === 'PLAIN' ? 0 : 1));
      },
    };
  } catch (error) {
    // an alias without an anchor, or so many that they would fill the memory
    if (!(error instanceof ReferenceError)) throw error;
    problems.add(first, 'yaml.syntax', { reason: error.message });
    return null;
  }
}

/** The value at a path of plain data; undefined where there is none. */
function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, step) => {
    if (typeof inside !== 'object' || inside === null) return undefined;
    return Object.getOwnPropertyDescriptor(inside, step)?.value;
  }, value);
}

/** Checks the map at `path` against an object schema; null, with all its problems told, where it does not fit. */
export function readMap<S extends z.ZodObject>(
  schema: S,
  yaml: Yaml,
  path: Path,
  problems: Problems,
): z.infer<S> | null {
  const value = valueAt(yaml.value, path);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const known = Object.keys(schema.shape).join(', ');
  for (const issue of parsed.error.issues) {
    tell(issue, value, { yaml, path, known, problems });
  }
  return null;
}

interface Telling {
  yaml: Yaml;
  path: Path;
  known: string;
  problems: Problems;
}

function tell(issue: z.core.$ZodIssue, value: unknown, { yaml, path, known, problems }: Telling): void {
  const inner = issue.path.filter((step) => typeof step !== 'symbol');
  const spot = yaml.spot([...path, ...inner]);
  const key = inner.join('.') || String(path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    for (const name of issue.keys) {
      problems.add(yaml.spot([...path, ...inner, name]), 'yaml.unknownKey', { key: name, known });
    }
    return;
  }
  const { code, params } = messageOf(issue, valueAt(value, inner) === undefined);
  problems.add(spot, code, { key, ...params });
}

/** The message for one issue of zod, and what was expected. */
function messageOf(
  issue: z.core.$ZodIssue,
  missing: boolean,
): { code: string; params: Record<string, string | number> } {
  switch (issue.code) {
    case 'invalid_type':
      return missing
        ? { code: 'yaml.missing', params: {} }
        : { code: 'yaml.type', params: { expected: issue.expected } };
    case 'too_small':
      return { code: 'yaml.tooSmall', params: { minimum: Number(issue.minimum) } };
    case 'too_big':
      return { code: 'yaml.tooBig', params: { maximum: Number(issue.maximum) } };
    case 'invalid_value':
      return { code: 'yaml.oneOf', params: { expected: issue.values.map(String).join(', ') } };
    case 'invalid_format':
    case 'invalid_key':
      return { code: 'yaml.identifier', params: {} };
    case 'custom':
      return { code: String(issue.params?.problem ?? 'yaml.form'), params: {} };
    default:
      return { code: 'yaml.form', params: {} };
  }
}

/** Where the content of a fenced block starts. */
export function contentSpot(fence: { position?: { start: Spot } | undefined }): Spot {
  const start = fence.position?.start ?? START;
  return { line: start.line + 1, column: start.column };
}
