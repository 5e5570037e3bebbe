/** What a plot is given, and the sizes of figures: kept free before the plot is loaded, so that nothing jumps. The controls of `descent` take two rows on a phone. */
import type { Figure } from '../../../../domain/lesson/compiled.ts';

export interface PlotProps {
  parameters: Figure['parameters'];
}

/** Height of the plot itself, in pixels. */
export const PLOT_HEIGHT = 280;

/** Height of plot, line and controls. */
export const WHOLE_HEIGHT: Record<Figure['name'], string> = {
  tangent: 'min-h-[337px]',
  descent: 'min-h-[382px] sm:min-h-[337px]',
};
