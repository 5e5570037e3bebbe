/** Colours of what is drawn, by what it is for. */
import type { Look } from '../../../domain/figures/drawn/shapes.ts';

export const colourOf = (look: Look): string => `var(--figure-${look})`;
