/** What the graph of a calculation shows at one state: values, gradients of its last node, slopes along its edges. */
import { number, numberOf, type Scope, type Value } from '../scope.ts';
import { mentions, treeOf } from '../trees.ts';
import type { ViewOf } from '../views.ts';

type GraphView = ViewOf<'graph'>;
export interface ShownNode {
  name: string;
  /** HTML of what it is called */
  label: string;
  /** how it is made; nothing of an input */
  formula?: string;
  value?: Value | undefined;
  gradient?: Value | undefined;
  isLit: boolean;
}
interface ShownEdge {
  from: string;
  to: string;
  slope?: number | undefined;
  isLit: boolean;
}
export interface ShownGraph {
  nodes: ShownNode[];
  edges: ShownEdge[];
}

/** Which names each node is made from, once for every time that it speaks of one. */
export function edgesOf({ nodes, inputs }: Pick<GraphView, 'nodes' | 'inputs'>): { from: string; to: string }[] {
  const known = new Set([...inputs, ...nodes.map(({ name }) => name)]);
  return nodes.flatMap(({ name, of }) =>
    [...new Set(mentions(treeOf(of)))].flatMap((word) => (known.has(word) ? [{ from: word, to: name }] : [])),
  );
}

/** The names whose value `forward` shows at this state: inputs, and so many nodes as are done. */
export function graphOf(view: GraphView, scope: Scope): ShownGraph {
  const { nodes, inputs, show, labels } = view;
  const done = countOf(view.forward, scope, nodes.length);
  const all = nodes.length + inputs.length;
  const back = countOf(view.backward, scope, all);
  const order = [...nodes.map(({ name }) => name).reverse(), ...[...inputs].reverse()];
  const hasGradient = new Set(order.slice(0, back));
  const through = (view.routes ?? []).filter(({ when }) => numberOf(scope.value(treeOf(when))) !== 0);
  const isOn = (name: string): boolean => through.some((route) => route.through.includes(name));
  const shown = (name: string, index: number): Pick<ShownNode, 'value' | 'gradient' | 'isLit' | 'name'> => ({
    ...{ name, isLit: isOn(name) },
    value: index < done && (show.includes('values') || show.includes('shapes')) ? scope.get(`v.${name}`) : undefined,
    gradient: show.includes('gradients') && hasGradient.has(name) ? scope.get(`g.${name}`) : undefined,
  });
  const edges = edgesOf(view).map(({ from, to }): ShownEdge => {
    const step = nodes.findIndex(({ name }) => name === to);
    const hasSlope = show.includes('slopes') && step < done;
    return {
      from,
      to,
      isLit: through.some((route) => route.through.some((name, at) => name === from && route.through[at + 1] === to)),
      slope: hasSlope ? slopeOf(view, from, to, scope) : undefined,
    };
  });
  return {
    nodes: [
      ...inputs.map((name) => ({ ...shown(name, -1), label: labels?.[name] ?? name })),
      ...nodes.map(({ name, of, label }, index) => ({
        ...shown(name, index),
        label: label ?? labels?.[name] ?? name,
        formula: of,
      })),
    ],
    edges,
  };
}

function countOf(formula: string | undefined, scope: Scope, all: number): number {
  if (formula === undefined) return all;
  return Math.max(0, Math.min(all, Math.floor(numberOf(scope.value(treeOf(formula))))));
}

/** The derivative of a node by one name that it is made from, where both are numbers. */
function slopeOf({ nodes }: GraphView, from: string, to: string, scope: Scope): number | undefined {
  const node = nodes.find(({ name }) => name === to);
  const [value, result] = [scope.get(`v.${from}`), scope.get(`v.${to}`)];
  if (node === undefined || value?.kind !== 'scalar' || result?.kind !== 'scalar') return undefined;
  const known = nodes.flatMap(({ name }) => {
    const made = scope.get(`v.${name}`);
    return made === undefined ? [] : [[name, made] as const];
  });
  const slopes = scope.with(known).slopes(treeOf(node.of), new Map([[from, value]]));
  return numberOf(slopes.get(from) ?? number(Number.NaN));
}
