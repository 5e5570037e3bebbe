'use client';
/** The plane in which an author puts what is right. Marks are not drawn here: the preview shows the whole question. */
import { useMemo, useState } from 'react';
import { held } from '../../../domain/figures/held.ts';
import { drawnOf } from '../../../domain/kinds/point/drawn.ts';
import type { Form } from '../../../domain/kinds/point/forms.ts';
import { equation, type Pair, through, type Within } from '../../../domain/kinds/point/lines.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import type { YamlBlock } from '../../_features/authoring/use-yaml.ts';
import { Drawing } from './drawing.tsx';
import { placeOf } from './handle.tsx';
import { PutPlane } from './plane.tsx';

interface FormPlaneProps {
  form: Exclude<Form, 'path'>;
  block: YamlBlock;
  /** the block of what is drawn, whose axes count; null: there is none */
  plane: YamlBlock | null;
}

const USUAL: Within = [
  [-5, 5],
  [-5, 5],
];
const SNAP = 0.5;

export function FormPlane({ form, block, plane }: FormPlaneProps) {
  const within = axesIn(block, plane);
  const from = form === 'arrow' ? (pairIn(block.at(['from'])) ?? [0, 0]) : null;
  const snap = numberIn(block.at(['snap'])) ?? SNAP;
  const key = JSON.stringify([within, from, snap, form]);
  const question = useMemo(() => emptyQuestion(key), [key]);
  /** of a line: the first of its two points, until there is another */
  const [first, setFirst] = useState<Pair | null>(null);
  const [last, setLast] = useState<readonly [Pair, Pair] | null>(null);
  const put = (to: Pair): void => {
    if (form === 'point') block.set(['point'], [...to]);
    else if (form === 'arrow') {
      const [x, y] = from ?? [0, 0];
      block.set(['arrow'], [to[0] - x, to[1] - y].map(rounded));
    } else {
      const line = first === null ? null : through(first, to);
      setFirst(line === null ? to : null);
      if (first === null || line === null) return;
      setLast([first, to]);
      block.set(['line'], equation(line).replaceAll('−', '-'));
    }
  };
  const told = pairIn(block.at([form]));
  const places =
    form === 'line'
      ? [first ?? last?.[0] ?? null, first === null ? (last?.[1] ?? null) : null]
      : [told && (from === null ? told : ([told[0] + from[0], told[1] + from[1]] as const))];
  return (
    <PutPlane
      question={question}
      onPress={(box, svg, at) => put(held({ within: [[...within[0]], [...within[1]]], snap }, placeOf(box, svg, at)))}
    >
      {(box, seen) => {
        const drawn = drawnOf(question, places, seen);
        const dots = places.flatMap((at) =>
          at === null ? [] : [{ drawn: { is: 'dot' as const, at }, look: 'right' as const }],
        );
        return <Drawing marked={[...(drawn === null ? [] : [{ drawn, look: 'right' as const }]), ...dots]} box={box} />;
      }}
    </PutPlane>
  );
}

const rounded = (value: number): number => Number(value.toFixed(10));

function numberIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function pairIn(value: unknown): Pair | null {
  const [x, y] = Array.isArray(value) ? value.map(numberIn) : [];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
}

function axesIn(block: YamlBlock, plane: YamlBlock | null): Within {
  const range = (low: unknown, high: unknown): Pair | null => {
    const [from, to] = [numberIn(low), numberIn(high)];
    return from !== null && to !== null && from < to ? [from, to] : null;
  };
  const axis = (name: 'x' | 'y', index: 0 | 1): Pair => {
    const drawn = plane && range(plane.at([name, 'from']), plane.at([name, 'to']));
    return drawn ?? range(block.at(['within', index, 0]), block.at(['within', index, 1])) ?? USUAL[index];
  };
  return [axis('x', 0), axis('y', 1)];
}

/** A question with nothing but its axes. */
function emptyQuestion(key: string): QuestionViewOf<'point'> {
  const [within, from, snap, form] = JSON.parse(key) as [
    QuestionViewOf<'point'>['within'],
    QuestionViewOf<'point'>['from'],
    number,
    Form,
  ];
  const [x, y] = within.map(([low, high]) => ({ from: low, to: high, scale: 'linear' as const }));
  return {
    ...{ kind: 'point', id: 'form', role: 'check', number: 1, title: '–', points: 1, promptHtml: '', hintCount: 0 },
    ...{ attempts: null, solutionAfter: null, seconds: 60, form, within, snap, from, paths: 0 },
    figure: {
      ...{ title: '–', say: '–', said: '–', controls: [], data: {}, define: [], runs: [], readouts: [] },
      views: x && y ? [{ plane: 'plane', x, y, equal: true, draw: [] }] : [],
    },
  };
}
