/** Gradient descent on f(x, y) = x² + y², as the figure shows it. */
export type Point = [number, number];

/** The value of f. */
export function loss([x, y]: Point): number {
  return x * x + y * y;
}

/** One step against the gradient (2x, 2y). */
export function step([x, y]: Point, rate: number): Point {
  return [x - rate * 2 * x, y - rate * 2 * y];
}

/** The points of a walk, its start first; it ends early where the next one would leave the picture far behind. */
export function walk(start: Point, rate: number, steps: number, farthest = 1e4): Point[] {
  const points: Point[] = [start];
  for (let taken = 0; taken < steps; taken += 1) {
    const last = points.at(-1) ?? start;
    if (loss(last) > farthest) break;
    points.push(step(last, rate));
  }
  return points;
}
