/** Seeds of submissions: inputs of hidden tests are drawn from them. */
import { randomBytes } from 'node:crypto';

/** Drawn inputs are others each time. */
export const newSeed = (): string => randomBytes(12).toString('hex');
