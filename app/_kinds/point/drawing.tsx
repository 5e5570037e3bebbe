/** What was put, drawn into a plane: by sign as well as by colour, and with how many put the same. */
import type { Look } from '../../../domain/figures/drawn/shapes.ts';
import type { Drawn } from '../../../domain/kinds/point/drawn.ts';
import { colourOf } from '../../_features/figures/looks.ts';
import type { Box } from '../../_features/figures/views/box.ts';
import { OneDot, Shapes } from '../../_features/figures/views/shapes.tsx';

export interface Marked {
  drawn: Drawn;
  look: Look;
  /** so many put it; left out: it is one's own, or what is right */
  count?: number;
  /** it is there to be compared with */
  faint?: boolean;
}

const SHAPE = { right: 'dot', wrong: 'cross', accent: 'dot', second: 'ring', quiet: 'ring' } as const;

export function Drawing({ marked, box }: { marked: readonly Marked[]; box: Box }) {
  return marked.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is drawn is its order
    <OneMarked key={index} one={one} box={box} />
  ));
}

function OneMarked({ one: { drawn, look, count, faint = false }, box }: { one: Marked; box: Box }) {
  const common = { look, dashed: faint || look === 'wrong' };
  const colour = colourOf(look);
  const opacity = faint ? 0.45 : 1;
  if (drawn.is === 'path') return null;
  if (drawn.is === 'dot') {
    const [x, y] = [box.across(drawn.at[0]), box.down(drawn.at[1])];
    return (
      // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of SVG takes no focus
      <g aria-hidden="true" opacity={opacity}>
        {/* as large as so many are */}
        {count !== undefined && count > 1 && (
          <circle cx={x} cy={y} r={6 + 3 * Math.sqrt(count)} fill={colour} fillOpacity={0.16} />
        )}
        <OneDot dot={{ at: drawn.at, shape: SHAPE[look] }} box={box} colour={colour} />
        <Count count={count} at={[x, y]} />
      </g>
    );
  }
  const [tail, tip] = drawn.is === 'arrow' ? [drawn.tail, drawn.tip] : drawn.ends;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of SVG takes no focus
    <g aria-hidden="true" opacity={opacity}>
      <Shapes
        shapes={[
          drawn.is === 'arrow'
            ? { kind: 'arrows', arrows: [[tail, tip]], ...common }
            : { kind: 'lines', lines: [[tail, tip]], weight: faint ? 'usual' : 'thick', ...common },
        ]}
        box={box}
      />
      <Count count={count} at={[box.across((tail[0] + 3 * tip[0]) / 4), box.down((tail[1] + 3 * tip[1]) / 4)]} />
    </g>
  );
}

function Count({ count, at: [x, y] }: { count: number | undefined; at: readonly [number, number] }) {
  return count === undefined || count < 2 ? null : (
    <text x={x + 9} y={y - 7} className="point-count">
      {count}
    </text>
  );
}
