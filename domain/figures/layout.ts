/** How the nodes of a graph lie, found once when a figure is compiled: layers from left to right, few crossings. */
import { Graph, layout as layOut } from '@dagrejs/dagre';
import { edgesOf } from './shown/graphs.ts';
import type { ViewOf } from './views.ts';

/** Sizes in units of the drawing: a node with what is written above and below it. */
const NODE = { width: 88, height: 74 } as const;
const GAP = { across: 20, along: 62 } as const;

/** Middles of the nodes by their names. Sugiyama's layers, as dagre has them. */
export function layoutOf(view: Pick<ViewOf<'graph'>, 'nodes' | 'inputs'>): ViewOf<'graph'>['layout'] {
  return { wide: laidOut(view, 'LR'), tall: laidOut(view, 'TB') };
}

type Laid = ViewOf<'graph'>['layout']['wide'];

function laidOut(view: Pick<ViewOf<'graph'>, 'nodes' | 'inputs'>, rankdir: 'LR' | 'TB'): Laid {
  const graph = new Graph();
  const isWide = rankdir === 'LR';
  graph.setGraph({ rankdir, nodesep: isWide ? GAP.across : 8, ranksep: isWide ? GAP.along : 34 });
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
