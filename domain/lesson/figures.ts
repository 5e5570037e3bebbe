/**
 * Pictures to play with, named by a directive and drawn by the page.
 *
 *     :::figure{name=tangent x=1.5}
 *     Drag the point: the slope of $x^2$ at $x$ is $2x$.
 *     :::
 */
import type { ContainerDirective } from 'mdast-util-directive';
import { type Figure, figure } from './compiled.ts';
import { type Problems, spotOf } from './problems.ts';
import type { Renderer } from './render.ts';

/** Parameters of each picture: numbers and their bounds. */
const PARAMETERS = {
  tangent: { x: { low: -3, high: 3, usual: 1 } },
  descent: {
    x: { low: -5, high: 5, usual: 3 },
    y: { low: -5, high: 5, usual: 4 },
    rate: { low: 0.01, high: 1.1, usual: 0.1 },
  },
} satisfies Record<Figure['name'], Record<string, { low: number; high: number; usual: number }>>;

const NAMES = Object.keys(PARAMETERS);
function isName(word: string): word is Figure['name'] {
  return NAMES.includes(word);
}

export function readFigure(node: ContainerDirective, problems: Problems, renderer: Renderer): Figure | null {
  const spot = spotOf(node);
  const { name = '', ...given } = node.attributes ?? {};
  if (!name || !isName(name)) {
    problems.add(spot, 'figure.name', { name: name ?? '', known: NAMES.join(', ') });
    return null;
  }
  const bounds: Record<string, { low: number; high: number; usual: number }> = PARAMETERS[name];
  const parameters: Record<string, number> = {};
  for (const [parameter, { low, high, usual }] of Object.entries(bounds)) {
    const written = given[parameter];
    const value = written === undefined || written === null ? usual : Number(written);
    if (!(value >= low && value <= high)) problems.add(spot, 'figure.range', { parameter, low, high });
    parameters[parameter] = value;
  }
  for (const stranger of Object.keys(given)) {
    if (!(stranger in bounds)) {
      problems.add(spot, 'figure.parameter', { parameter: stranger, known: Object.keys(bounds).join(', ') });
    }
  }
  if (node.children.length === 0) problems.add(spot, 'directive.empty', { name: 'figure' });
  return figure.parse({ name, captionHtml: renderer.inlineBlocks(node.children), parameters });
}
