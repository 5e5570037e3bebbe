/** Names of marks and axes, as HTML over a drawing. */
import type { Shape } from '../../../../domain/figures/drawn/shapes.ts';
import type { PlaneView } from '../../../../domain/figures/views.ts';
import { Html } from '../../lesson/html.tsx';
import { colourOf } from '../looks.ts';
import type { Box } from './box.ts';
import { APART, labelSides } from './label-sides.ts';

export function Labels({ shapes, view, box }: { shapes: readonly Shape[]; view: PlaneView; box: Box }) {
  const sides = labelSides(shapes, box);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden">
      {view.x.label !== undefined && (
        <Html as="span" html={view.x.label} className="drawn-label end-1.5 bottom-5 text-ink-2" />
      )}
      {view.y.label !== undefined && (
        <Html as="span" html={view.y.label} className="drawn-label inset-s-1.5 top-1 text-ink-2" />
      )}
      {shapes.map(({ label, look, kind }, index) => {
        if (label === undefined) return null;
        const [x, y] = [box.across(label.at[0]), box.down(label.at[1])];
        const { before, below } = sides[index] ?? { before: false, below: false };
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes are what their order says
            key={index}
            className="drawn-label"
            style={{
              insetInlineStart: x,
              top: y,
              color: kind === 'words' ? 'var(--ink)' : colourOf(look),
              transform: label.centred
                ? 'translate(-50%, -50%)'
                : `translate(${before ? `calc(-100% - ${APART.before}px)` : `${APART.after}px`}, ${below ? `${APART.below}px` : `calc(-100% - ${APART.above}px)`})`,
            }}
          >
            <Html as="span" html={label.html} />
          </span>
        );
      })}
    </div>
  );
}
