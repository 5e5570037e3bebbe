/** The shape of a list of bombs: by name, the code and the results that are right for it. */
import type { Verdict } from '../../../../domain/results/verdict.ts';

export type Bombs = Record<string, [code: string, results: Verdict['result'][]]>;
