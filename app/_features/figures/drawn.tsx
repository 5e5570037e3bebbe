'use client';
/** A figure that can be moved: its views, controls and readouts show one state. Loaded when somebody comes near. */
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Controls } from '../../../domain/figures/controls.ts';
import type { DrawnFigure } from '../../../domain/figures/figure.ts';
import type { Scope } from '../../../domain/figures/scope.ts';
import { filled } from '../../../domain/figures/sentence.ts';
import { firstControls, scopeAt } from '../../../domain/figures/state.ts';
import { treeOf } from '../../../domain/figures/trees.ts';
import type { View } from '../../../domain/figures/views.ts';
import { Html } from '../lesson/html.tsx';
import { ControlList } from './controls.tsx';
import { FigureLayout } from './layout.tsx';
import { type Numbers, useNumbers } from './numbers.ts';
import type { ViewProps } from './view-props.ts';
import { Bars } from './views/bars.tsx';
import { GraphView } from './views/graph.tsx';
import { NetworkView } from './views/network.tsx';
import { Plane } from './views/plane.tsx';
import { Space } from './views/space.tsx';
import { Table } from './views/table.tsx';

/** How long a control has to rest before what it shows is said. */
const REST_MS = 600;

export function Drawn({ figure }: { figure: DrawnFigure }) {
  const numbers = useNumbers();
  const [controls, setControls] = useState<Controls>(() => firstControls(figure));
  const move = useCallback(
    (name: string, to: Controls[string]) => setControls((before) => ({ ...before, [name]: to })),
    [],
  );
  const scope = useMemo(() => scopeAt(figure, controls), [figure, controls]);
  const say = useMemo(() => filled(figure, scope, numbers.short), [figure, scope, numbers]);
  return (
    <FigureLayout
      figure={figure}
      view={(view) => <OneView view={view} figure={figure} scope={scope} controls={controls} move={move} />}
      controls={<ControlList controls={figure.controls} state={controls} move={move} />}
      readouts={<Readouts figure={figure} scope={scope} numbers={numbers} />}
      say={<Said say={say} isMoved={controls !== undefined} />}
      foot={<BackToStart onClick={() => setControls(firstControls(figure))} />}
    />
  );
}

function OneView({ view, ...rest }: ViewProps<View>) {
  if ('plane' in view) return <Plane view={view} {...rest} />;
  if ('space' in view) return <Space view={view} {...rest} />;
  if ('table' in view) return <Table view={view} {...rest} />;
  if ('bars' in view) return <Bars view={view} {...rest} />;
  if ('graph' in view) return <GraphView view={view} {...rest} />;
  return <NetworkView view={view} {...rest} />;
}

function Readouts({ figure, scope, numbers }: { figure: DrawnFigure; scope: Scope; numbers: Numbers }) {
  return figure.readouts.map(({ head, of, digits }, index) => {
    const value = scope.value(treeOf(of));
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: readouts are their order
      <div key={index} className="flex items-baseline gap-2">
        <dt>
          <Html as="span" html={head} />
        </dt>
        <dd className="font-semibold tabular-nums">
          {value.kind === 'scalar' ? numbers.short(value.of.data[0] ?? Number.NaN, digits) : numbers.whole(value)}
        </dd>
      </div>
    );
  });
}

/** Seen at once; told to who listens once it rests. */
function Said({ say, isMoved }: { say: string; isMoved: boolean }) {
  const [told, setTold] = useState('');
  const [first] = useState(say);
  useEffect(() => {
    if (!isMoved || (told === '' && say === first)) return;
    const timer = setTimeout(() => setTold(say), REST_MS);
    return () => clearTimeout(timer);
  }, [say, isMoved, told, first]);
  return (
    <>
      <span>{say}</span>
      <span role="status" className="sr-only">
        {told}
      </span>
    </>
  );
}

function BackToStart({ onClick }: { onClick(): void }) {
  const t = useTranslations('lesson.figure.drawn');
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-9 shrink-0 rounded-1 px-2 text-[13px] text-ink-2 underline-offset-2 hover:underline print:hidden"
    >
      {t('reset')}
    </button>
  );
}
