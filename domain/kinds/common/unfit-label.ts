/** Stands on the wall for texts that no class needs to read from it. */
export const UNFIT_LABEL = '***';
