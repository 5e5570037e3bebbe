'use client';
/** The plane of a question with what is put into it. On the wall it is as large as there is room. */
import '../../_features/figures/figure.css';
import './point.css';
import clsx from 'clsx';
import { type CSSProperties, type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { draw } from '../../../domain/figures/drawn/draw.ts';
import type { Shape } from '../../../domain/figures/drawn/shapes.ts';
import type { Axis } from '../../../domain/figures/parts.ts';
import { scopeAt } from '../../../domain/figures/state.ts';
import type { PlaneView } from '../../../domain/figures/views.ts';
import { pathsOf } from '../../../domain/kinds/point/asked.ts';
import type { Within } from '../../../domain/kinds/point/lines.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { colourOf } from '../../_features/figures/looks.ts';
import { useNumbers } from '../../_features/figures/numbers.ts';
import { PLANE_HEIGHT } from '../../_features/figures/sizes.ts';
import { Axes } from '../../_features/figures/views/axes.tsx';
import { type Box, boxOf, wholeOf } from '../../_features/figures/views/box.ts';
import { Labels } from '../../_features/figures/views/labels.tsx';
import { OneDot, Shapes } from '../../_features/figures/views/shapes.tsx';
import { useWidth } from '../../_features/figures/views/use-width.ts';

export interface PutPlaneProps {
  question: QuestionViewOf<'point'>;
  /** the path that is chosen, and how it looks */
  path?: { letter: string; look: Shape['look'] } | null;
  /** on the wall */
  large?: boolean;
  /** drawn over the marks, in pixels of the box; `seen` is from where to where the plane goes */
  children?(box: Box, seen: Within, svg: RefObject<SVGSVGElement | null>): ReactNode;
  /** somebody has pressed a place that is none of the children */
  onPress?(box: Box, svg: SVGSVGElement, at: { clientX: number; clientY: number }): void;
}

export function PutPlane({ question, path = null, large = false, children, onPress }: PutPlaneProps) {
  const { place, width, height } = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const { short } = useNumbers();
  // on the wall all is drawn as in a small plane, and made larger
  const scale = large ? Math.max(1, height / PLANE_HEIGHT) : 1;
  const { figure } = question;
  const view = useMemo(() => planeIn(question), [question]);
  const box = useMemo(() => boxOf(view, (width || PLANE_HEIGHT) / scale, PLANE_HEIGHT), [view, width, scale]);
  const seen = useMemo(() => wholeOf(view, box), [view, box]);
  const shapes = useMemo(() => draw(figure, seen, { scope: scopeAt(figure, {}), controls: {} }), [figure, seen]);
  const letters = pathsOf(question);
  const shown = useMemo(() => lookedAt(shapes, letters, path), [shapes, letters, path]);
  return (
    <div
      ref={place}
      dir="ltr"
      className={clsx('drawn-figure point-plane', large && 'point-plane-large')}
      style={{ '--ratio': ratioOf(view) ?? 9, ...(large ? {} : { height: PLANE_HEIGHT }) } as CSSProperties}
    >
      {width > 0 && (
        <div
          className="absolute start-0 top-0"
          style={{
            width: box.width,
            height: box.height,
            transform: scale === 1 ? undefined : `scale(${scale})`,
            transformOrigin: '0 0',
          }}
        >
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: handles and fields do the same by keys */}
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: what is in it has names of its own, or none */}
          <svg
            ref={svg}
            width={box.width}
            height={box.height}
            className="block"
            onClick={(event) => onPress?.(box, event.currentTarget, event)}
          >
            <Axes x={view.x} y={view.y} box={box} isEqual={view.equal} short={short} />
            <Shapes shapes={shown} box={box} />
            {question.form === 'arrow' && question.from !== null && (
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a shape of SVG takes no focus
              <g aria-hidden="true">
                <OneDot dot={{ at: question.from, shape: 'dot' }} box={box} colour={colourOf('quiet')} />
              </g>
            )}
            {children?.(
              box,
              [
                [seen.x.from, seen.x.to],
                [seen.y.from, seen.y.to],
              ],
              svg,
            )}
          </svg>
          <Labels shapes={shown} view={view} box={box} />
        </div>
      )}
    </div>
  );
}

/** What is seen beyond its edges, so that what is put there can be seen and taken hold of. */
const MARGIN = 0.05;

/** The plane of a question's figure, which is all that is in it. */
function planeIn({ figure: { views } }: QuestionViewOf<'point'>): PlaneView {
  const view = views.find((one): one is PlaneView => 'plane' in one);
  if (view === undefined) throw new Error('the figure of a question has a plane');
  const wider = (axis: Axis): Axis => {
    const more = axis.scale === 'log' ? 0 : (axis.to - axis.from) * MARGIN;
    return { ...axis, from: axis.from - more, to: axis.to + more };
  };
  return { ...view, x: wider(view.x), y: wider(view.y) };
}

/** How much wider than high it is where one unit is as long both ways: beyond that nothing can be put. */
function ratioOf({ x, y, equal }: PlaneView): number | null {
  return equal ? Math.max(1, (x.to - x.from) / (y.to - y.from)) : null;
}

/** Paths are as quiet as what is not chosen; one that is chosen stands out. */
function lookedAt(shapes: readonly Shape[], letters: readonly string[], path: PutPlaneProps['path']): Shape[] {
  return shapes.map((shape) => {
    const letter = shape.label?.html;
    if (letter === undefined || !letters.includes(letter)) return shape;
    const look = letter === path?.letter ? path.look : 'second';
    const isChosen = letter === path?.letter;
    return shape.kind === 'lines' ? { ...shape, look, weight: isChosen ? 'thick' : 'usual' } : { ...shape, look };
  });
}
