/** What a form begins with: the text itself holds the gaps, so there is nothing beside it. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const gapsBeginning: WrittenBeginning = { items: null, fences: {}, attributes: {}, points: true };
