import { dropDraft, readDraft, saveAuthorDraft } from './commands.ts';

/** What authors have typed and not published. */
export const drafting = { read: readDraft, save: saveAuthorDraft, drop: dropDraft };
