/** The part of a plane that is seen, and where its places lie in pixels. */
import { edges } from '../../../../domain/figures/drawn/frame.ts';
import type { PlaneView } from '../../../../domain/figures/views.ts';

export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  low: number;
  high: number;
  /** pixels from the left edge */
  across(x: number): number;
  /** pixels from the upper edge */
  down(y: number): number;
}

/** The whole of a plane; more of it one way, where one unit has to be as long both ways. */
export function boxOf(view: PlaneView, width: number, height: number): Box {
  let [[left, right], [low, high]] = [edges(view.x), edges(view.y)];
  if (view.equal) {
    const [spanX, spanY] = [right - left, high - low];
    const wide = Math.max(spanX, (spanY * width) / height);
    const tall = Math.max(spanY, (spanX * height) / width);
    const [x, y] = [(left + right) / 2, (low + high) / 2];
    [left, right, low, high] = [x - wide / 2, x + wide / 2, y - tall / 2, y + tall / 2];
  }
  return {
    ...{ width, height, left, right, low, high },
    across: (x) => ((x - left) / (right - left)) * width,
    down: (y) => ((high - y) / (high - low)) * height,
  };
}

/** What is seen of it, where one unit is as long both ways: curves and contours go on to its edges. */
export function wholeOf(view: PlaneView, { left, right, low, high }: Box): PlaneView {
  if (!view.equal) return view;
  return { ...view, x: { ...view.x, from: left, to: right }, y: { ...view.y, from: low, to: high } };
}
