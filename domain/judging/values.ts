/** Reported values for tests, written short. */
import type { Reported } from './report.ts';

export const float = (v: number): Reported => ({ t: 'float', v, name: 'float' });
export const int = (v: number): Reported => ({ t: 'int', v: String(v), name: 'int' });
export const text = (v: string): Reported => ({ t: 'str', v });
export const none: Reported = { t: 'none' };
export const list = (...v: Reported[]): Reported => ({ t: 'list', v });
export const tuple = (...v: Reported[]): Reported => ({ t: 'tuple', v });
export const array = (shape: number[], v: number[], dtype = 'float64'): Reported => ({ t: 'array', dtype, shape, v });
