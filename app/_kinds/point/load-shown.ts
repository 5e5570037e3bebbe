/** The plane to look at, loaded where there is one. */
import type { Load } from '../../_late/late.ts';

export const loadShown: Load<typeof import('./shown-plane.tsx')> = () => import('./shown-plane.tsx');
