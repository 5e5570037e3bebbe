'use client';
/** Paths as targets: wider than they are drawn, so that a finger hits them. Keys and ears have the letters below. */
import { useMemo } from 'react';
import { draw } from '../../../domain/figures/drawn/draw.ts';
import type { Point } from '../../../domain/figures/drawn/shapes.ts';
import { scopeAt } from '../../../domain/figures/state.ts';
import { pathsOf } from '../../../domain/kinds/point/asked.ts';
import type { Within } from '../../../domain/kinds/point/lines.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import type { Box } from '../../_features/figures/views/box.ts';

interface PathTargetsProps {
  question: QuestionViewOf<'point'>;
  box: Box;
  seen: Within;
  onChoose(letter: string): void;
}

export function PathTargets({ question, box, seen, onChoose }: PathTargetsProps) {
  const { figure, paths } = question;
  const lines = useMemo(() => {
    const [view] = figure.views;
    if (view === undefined || !('plane' in view)) return [];
    const [[left, right], [low, high]] = seen;
    const around = { ...view, x: { ...view.x, from: left, to: right }, y: { ...view.y, from: low, to: high } };
    const scope = scopeAt(figure, {});
    return view.draw
      .slice(view.draw.length - paths)
      .map((mark) =>
        draw(figure, { ...around, draw: [mark] }, { scope, controls: {} }).flatMap((shape) =>
          shape.kind === 'lines' ? shape.lines : [],
        ),
      );
  }, [figure, paths, seen]);
  return pathsOf(question).map((letter, index) => (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a shape of SVG takes no focus
    <path
      key={letter}
      className="point-path"
      d={(lines[index] ?? []).map((line) => dOf(line, box)).join('')}
      fill="none"
      stroke="transparent"
      strokeWidth={26}
      aria-hidden="true"
      onClick={() => onChoose(letter)}
    />
  ));
}

function dOf(line: readonly Point[], { across, down }: Box): string {
  return line
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${across(x).toFixed(1)} ${down(y).toFixed(1)}`)
    .join('');
}
