/**
 * Figures as data: what a directive with one fence of YAML says, read into what is stored (domain/figures/figure.ts).
 *
 *     :::figure
 *     ```yaml
 *     title: A parabola and its tangent
 *     …
 *     ```
 *     Move the point: where is the tangent flat?
 *     :::
 */
import type { Code } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { z } from 'zod';
import { checkFigure } from '../figures/check.ts';
import { CONTROLS } from '../figures/controls.ts';
import { type DrawnFigure, data, drawnFigure, run } from '../figures/figure.ts';
import { layoutOf } from '../figures/layout.ts';
import { MARKS } from '../figures/marks.ts';
import { readout } from '../figures/parts.ts';
import { SOLIDS, VIEWS } from '../figures/views.ts';
import { MatrixFailure } from '../maths/matrix-parse.ts';
import type { Drawing } from './compiled.ts';
import { type Problems, spotOf } from './problems.ts';
import type { Renderer } from './render.ts';
import { contentSpot, type Path, readMap, readYaml, type Yaml } from './yaml-block.ts';

/** The fence that a figure is written in; undefined where it is one of the two named ones. */
export function fenceOf(node: ContainerDirective): Code | undefined {
  return node.children.find((child): child is Code => child.type === 'code');
}

/** A figure as data, checked; null where something is wrong, all of which is told. */
export function readDrawing(node: ContainerDirective, fence: Code, tools: FigureTools): Drawing | null {
  const { problems, renderer } = tools;
  for (const stranger of Object.keys(node.attributes ?? {}))
    problems.add(spotOf(node), 'figure.parameter', { parameter: stranger, known: '–' });
  if (fence.lang !== 'yaml') {
    problems.add(spotOf(fence), 'fence.language', { language: fence.lang ?? '', known: 'yaml' });
    return null;
  }
  const yaml = readYaml(fence.value, contentSpot(fence), problems);
  const drawing = yaml && readFigure(yaml, tools);
  const captionHtml = renderer.inlineBlocks(node.children.filter((child) => child !== fence));
  return drawing && { figure: drawing, captionHtml };
}

/**
 * A figure that is part of something else, such as the plane of a question; null where something is wrong, all of which is told.
 * @param yaml a figure as it is written, whose paths say where each part stands
 */
export function readFigure(yaml: Yaml, { problems, renderer }: FigureTools): DrawnFigure | null {
  return new Reading(unfolded(yaml), problems, renderer).read();
}

interface FigureTools {
  problems: Problems;
  renderer: Renderer;
}

/** A value that is written short, in the form in which it is stored; where it stands is where it was written. */
interface Unfolded extends Yaml {
  /** where a sign of a formula is */
  sign(path: Path, at: number): ReturnType<Yaml['spot']>;
}

const DEFINITION = /^(\s*(\p{L}[\p{L}\p{Nd}_]*)\s*(?:\(([^()]*)\))?\s*=\s*)(\S.*)$/su;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** `f(a) = …` → its name, parameters and formula; `{ $w$: walk.w }` → its head and formula. */
function unfolded(yaml: Yaml): Unfolded {
  const shifts = new Map<string, { path: Path; by: number }>();
  const asDefinition = (text: unknown, path: Path, hasParams: boolean): unknown => {
    const [, before = '', name = '', params, of = ''] = (typeof text === 'string' && DEFINITION.exec(text)) || [];
    if (name === '') return text;
    shifts.set(JSON.stringify([...path, 'of']), { path, by: before.length });
    const list = params?.split(',').map((one) => one.trim()) ?? null;
    return hasParams ? { name, params: list, of } : { name, of };
  };
  const asReadout = (entry: unknown, path: Path): unknown => {
    if (!isRecord(entry) || 'of' in entry) return entry;
    const [head, ...others] = Object.keys(entry).filter((key) => key !== 'digits');
    if (head === undefined || others.length > 0) return entry;
    shifts.set(JSON.stringify([...path, 'of']), { path: [...path, head], by: 0 });
    const { [head]: of, ...rest } = entry;
    return { head, of, ...rest };
  };
  const root = isRecord(yaml.value) ? yaml.value : {};
  const value: Record<string, unknown> = { ...root };
  const each = (key: string, of: (one: unknown, path: Path) => unknown): void => {
    if (Array.isArray(root[key])) value[key] = root[key].map((one: unknown, index) => of(one, [key, index]));
  };
  each('define', (one, path) => asDefinition(one, path, true));
  each('readouts', asReadout);
  each('controls', (one) =>
    isRecord(one) && isRecord(one.options) ? { ...one, options: Object.entries(one.options) } : one,
  );
  each('views', (view, path) => {
    if (!isRecord(view)) return view;
    const columns = (view.columns as unknown) ?? null;
    const inner = (key: string, of: (one: unknown, at: Path) => unknown): unknown[] =>
      listOf(view[key]).map((one, index) => of(one, [...path, key, index]));
    return {
      ...view,
      ...(columns !== null && { columns: inner('columns', asReadout) }),
      ...('nodes' in view && { nodes: inner('nodes', (one, at) => asDefinition(one, at, false)) }),
    };
  });
  return {
    value: isRecord(yaml.value) ? value : yaml.value,
    spot: (path) => {
      // an option stands at its name
      const isOption = path[2] === 'options' && typeof path[3] === 'number';
      return yaml.spot(isOption ? path.slice(0, 3) : (shifts.get(JSON.stringify(path))?.path ?? path));
    },
    within: yaml.within,
    sign: (path, at) => {
      const { path: written, by } = shifts.get(JSON.stringify(path)) ?? { path, by: 0 };
      return yaml.within(written, at + by);
    },
  };
}

const TOP = z.strictObject({
  title: z.string().min(1).max(200),
  ask: z.string().min(1).max(400).optional(),
  say: z.string().min(1).max(800),
  controls: z.array(z.unknown()).max(10).default([]),
  data: z.record(z.string(), z.unknown()).default({}),
  define: z.array(z.unknown()).max(40).default([]),
  runs: z.array(z.unknown()).max(4).default([]),
  views: z.array(z.unknown()).min(1).max(4),
  readouts: z.array(z.unknown()).max(6).default([]),
});
const DEFINED = drawnFigure.shape.define.element;
type Kinds = Readonly<Record<string, z.ZodObject>>;

class Reading {
  readonly #yaml: Unfolded;
  readonly #problems: Problems;
  readonly #renderer: Renderer;
  #isWhole = true;

  constructor(yaml: Unfolded, problems: Problems, renderer: Renderer) {
    this.#yaml = yaml;
    this.#problems = problems;
    this.#renderer = renderer;
  }

  read(): DrawnFigure | null {
    const top = readMap(TOP, this.#yaml, [], this.#problems);
    if (top === null) return null;
    const parts = {
      title: top.title,
      ...(top.ask !== undefined && { ask: this.#html(top.ask, ['ask']) }),
      ...{ say: top.say, said: '' },
      controls: top.controls.map((_, index) => this.#part(CONTROLS, ['controls', index])),
      data: Object.fromEntries(Object.keys(top.data).map((name) => [name, this.#map(data, ['data', name])])),
      define: top.define.map((_, index) => this.#map(DEFINED, ['define', index], 'define')),
      runs: top.runs.map((_, index) => this.#map(run, ['runs', index])),
      views: top.views.map((view, index) => this.#view(view, ['views', index])),
      readouts: top.readouts.map((_, index) => this.#map(readout, ['readouts', index])),
    };
    if (!this.#isWhole) return null;
    const figure = drawnFigure.safeParse(parts);
    if (!figure.success) {
      // what each part was read by is what the whole is made of: only sums of sizes are left
      this.#problems.add(this.#yaml.spot([]), 'yaml.form', { key: String(figure.error.issues[0]?.path.join('.')) });
      return null;
    }
    const checked = checkFigure(figure.data);
    if (checked.ok) return checked.figure;
    for (const { path, at, code, params } of checked.faults)
      this.#problems.add(at === undefined ? this.#yaml.spot(path) : this.#yaml.sign(path, at), code, params);
    return null;
  }

  /** A part whose key names what it is. */
  #part(kinds: Kinds, path: Path): unknown {
    const value = path.reduce<unknown>(
      (inside, step) =>
        typeof inside === 'object' && inside !== null
          ? Object.getOwnPropertyDescriptor(inside, step)?.value
          : undefined,
      this.#yaml.value,
    );
    const names = isRecord(value) ? Object.keys(kinds).filter((name) => Object.hasOwn(value, name)) : [];
    const [kind] = names;
    const schema = kind === undefined ? undefined : kinds[kind];
    if (schema === undefined) {
      this.#problems.add(this.#yaml.spot(path), 'drawing.kind', { known: Object.keys(kinds).join(', ') });
      this.#isWhole = false;
      return null;
    }
    return this.#map(schema, path);
  }

  #view(view: unknown, path: Path): unknown {
    const kinds: Kinds = isRecord(view) && 'draw' in view ? withoutMarks : VIEWS;
    const read = this.#part(kinds, path);
    if (!isRecord(read)) return read;
    if ('draw' in read) {
      const marks: Kinds = 'space' in read ? SOLIDS : MARKS;
      return { ...read, draw: listOf(read.draw).map((_, index) => this.#part(marks, [...path, 'draw', index])) };
    }
    if (!('graph' in read)) return read;
    try {
      return { ...read, layout: layoutOf(VIEWS.graph.parse(read)) };
    } catch (error) {
      // a formula that cannot be read is told where formulas are checked
      if (!(error instanceof MatrixFailure)) throw error;
      return read;
    }
  }

  #map(schema: z.ZodObject, path: Path, form?: 'define'): unknown {
    const written = path.reduce<unknown>(
      (inside, step) => (isRecord(inside) || Array.isArray(inside) ? Reflect.get(inside, step) : undefined),
      this.#yaml.value,
    );
    if (form !== undefined && !isRecord(written)) {
      this.#problems.add(this.#yaml.spot(path), 'drawing.define');
      this.#isWhole = false;
      return null;
    }
    const read = readMap(schema, this.#yaml, path, this.#problems);
    if (read === null) this.#isWhole = false;
    return read && this.#rendered(read, path);
  }

  /** Its labels as HTML. */
  #rendered(part: Record<string, unknown>, path: Path): unknown {
    const of = (value: unknown, inner: Path): unknown => {
      if (typeof value === 'string') return this.#html(value, inner);
      if (Array.isArray(value)) return value.map((one, index) => of(one, [...inner, index]));
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, of(one, [...inner, key])]))
        : value;
    };
    const inside = (value: unknown, inner: Path): unknown => {
      if (Array.isArray(value)) return value.map((one, index) => inside(one, [...inner, index]));
      if (!isRecord(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => {
          if (key === 'draw') return [key, one];
          const isWords = LABELS.has(key) || (key === 'value' && inner.at(-1) === 'text');
          return [key, isWords ? of(one, [...inner, key]) : inside(one, [...inner, key])];
        }),
      );
    };
    return inside(part, path);
  }

  #html(markdown: string, path: Path): string {
    return this.#renderer.phrase(markdown, this.#yaml.spot(path));
  }
}

/** Keys whose texts are words, with Markdown. */
const LABELS: ReadonlySet<string> = new Set(['label', 'head', 'heads', 'names', 'labels', 'pairs']);
/** Views whose marks are read one by one, each by what it is. */
const marksLater = z.array(z.unknown()).max(24);
const withoutMarks: Kinds = {
  ...VIEWS,
  plane: VIEWS.plane.extend({ draw: marksLater }),
  space: VIEWS.space.extend({ draw: marksLater.min(1) }),
};
