'use client';
/** The graph of a calculation: values at its nodes, gradients below them, slopes along its edges. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Value } from '../../../../domain/figures/scope.ts';
import { graphOf, type ShownNode } from '../../../../domain/figures/shown/graphs.ts';
import type { ViewOf } from '../../../../domain/figures/views.ts';
import { Html } from '../../lesson/html.tsx';
import { type Numbers, useNumbers } from '../numbers.ts';
import { graphSize, NODE_HALF } from '../sizes.ts';
import type { ViewProps } from '../view-props.ts';
import { useWidth } from './use-width.ts';

export function GraphView({ view, scope }: ViewProps<ViewOf<'graph'>>) {
  const { place, width } = useWidth<HTMLDivElement>();
  const numbers = useNumbers();
  const shown = useMemo(() => graphOf(view, scope), [view, scope]);
  const wide = graphSize(view, false);
  const isTall = width > 0 && width < wide.width;
  const { width: across, height } = graphSize(view, isTall);
  const scale = width === 0 ? 1 : Math.min(1, width / across);
  const at = (name: string): { x: number; y: number } =>
    (isTall ? view.layout.tall : view.layout.wide)[name] ?? { x: 0, y: 0 };
  return (
    <div ref={place} dir="ltr" className="px-0 py-3">
      <div className="mx-auto" style={{ width: across * scale, height: height * scale }}>
        <div
          className="relative"
          style={{ width: across, height, transform: `scale(${scale})`, transformOrigin: '0 0' }}
        >
          <svg aria-hidden="true" width={across} height={height} className="absolute inset-0">
            {shown.edges.map(({ from, to, slope, isLit }) => (
              <Edge
                key={`${from} ${to}`}
                from={at(from)}
                to={at(to)}
                isTall={isTall}
                isLit={isLit}
                slope={slope === undefined ? undefined : numbers.short(slope)}
              />
            ))}
          </svg>
          <ul>
            {shown.nodes.map((node) => (
              <Node key={node.name} node={node} at={at(node.name)} view={view} numbers={numbers} />
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

interface EdgeProps {
  from: { x: number; y: number };
  to: { x: number; y: number };
  isTall: boolean;
  isLit: boolean;
  slope: string | undefined;
}

const HALF = { width: 34, height: 20 };

function Edge({ from, to, isTall, isLit, slope }: EdgeProps) {
  const [x, y] = isTall ? [from.x, from.y + HALF.height] : [from.x + HALF.width, from.y];
  const [u, v] = isTall ? [to.x, to.y - HALF.height - 8] : [to.x - HALF.width - 8, to.y];
  const bend = isTall
    ? `M${x} ${y}C${x} ${(y + v) / 2} ${u} ${(y + v) / 2} ${u} ${v}`
    : `M${x} ${y}C${(x + u) / 2} ${y} ${(x + u) / 2} ${v} ${u} ${v}`;
  const colour = isLit ? 'var(--figure-accent)' : 'var(--figure-quiet)';
  const head = isTall ? `M${u} ${v + 8}l-4.5 -9h9Z` : `M${u + 8} ${v}l-9 -4.5v9Z`;
  return (
    <>
      <path d={bend} fill="none" stroke={colour} strokeWidth={isLit ? 2.6 : 1.4} />
      <path d={head} fill={colour} />
      {slope !== undefined && (
        <text
          x={(x + u) / 2}
          y={(y + v) / 2 - (isTall ? 0 : 5)}
          textAnchor="middle"
          fontSize={12}
          fill="var(--figure-second)"
          stroke="var(--sheet)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {slope}
        </text>
      )}
    </>
  );
}

interface NodeProps {
  node: ShownNode;
  at: { x: number; y: number };
  view: ViewOf<'graph'>;
  numbers: Numbers;
}

function Node({ node, at, view, numbers }: NodeProps) {
  const t = useTranslations('lesson.figure.drawn');
  const isInput = node.formula === undefined;
  const said = (value: Value): string => {
    const { rows, columns } = value.of;
    const shape =
      value.kind === 'scalar' ? '' : value.kind === 'matrix' ? `${rows} × ${columns}` : String(rows * columns);
    if (view.show.includes('shapes') && shape !== '') return shape;
    return value.kind === 'scalar' ? numbers.short(value.of.data[0] ?? Number.NaN) : numbers.whole(value);
  };
  return (
    <li
      className="absolute grid justify-items-center text-center"
      style={{
        insetInlineStart: at.x - NODE_HALF.width,
        top: at.y - NODE_HALF.height,
        width: 2 * NODE_HALF.width,
        height: 2 * NODE_HALF.height,
        gridTemplateRows: '18px 40px 18px',
      }}
    >
      <span className="whitespace-nowrap text-[12.5px] text-ink tabular-nums">
        {node.value !== undefined && (
          <>
            <span className="sr-only">{t('value')} </span>
            {said(node.value)}
          </>
        )}
      </span>
      <span
        className={clsx(
          'flex h-10 min-w-[60px] items-center justify-center border px-2 text-[14px]',
          isInput ? 'rounded-full bg-fill' : 'rounded-2 bg-sheet',
          node.isLit ? 'border-2 border-violet' : 'border-ink-3',
        )}
      >
        <Html as="span" html={node.label} />
      </span>
      <span className="whitespace-nowrap font-semibold text-[12.5px] text-violet-ink tabular-nums">
        {node.gradient !== undefined && (
          <>
            <span className="sr-only">{t('gradient')} </span>
            {said(node.gradient)}
          </>
        )}
      </span>
    </li>
  );
}
