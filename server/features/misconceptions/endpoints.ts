import { archiveMisconception, readCatalogue, saveMisconception } from './commands.ts';

/** What students may misunderstand: catalogues. */
export const misconceptions = { read: readCatalogue, save: saveMisconception, archive: archiveMisconception };
