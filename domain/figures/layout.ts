/** How the nodes of a graph lie, found once when a figure is compiled: layers from left to right, few crossings. */
import { Graph, layout as layOut } from '@dagrejs/dagre';
import { edgesOf } from './shown/graphs.ts';
import type { ViewOf } from './views.ts';

/** Sizes in units of the drawing: a node with what is written above and below it. */
export const NODE = { width: 88, height: 74 } as const;
const GAP = { across: 46, along: 62 } as const;

/** Middles of the nodes by their names. Sugiyama's layers, as dagre has them. */
export function layoutOf(view: Pick<ViewOf<'graph'>, 'nodes' | 'inputs'>): ViewOf<'graph'>['layout'] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP.across - 24, ranksep: GAP.along, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  const names = [...view.inputs, ...view.nodes.map(({ name }) => name)];
  for (const name of names) graph.setNode(name, { ...NODE });
  for (const { from, to } of edgesOf(view)) graph.setEdge(from, to);
  layOut(graph);
  return Object.fromEntries(
    names.map((name) => {
      const { x = 0, y = 0 } = graph.node(name) as { x?: number; y?: number };
      return [name, { x: Math.round(x), y: Math.round(y) }];
    }),
  );
}
