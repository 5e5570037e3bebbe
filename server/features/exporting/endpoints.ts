import { lookAtExport, lookAtQuizExport } from './commands.ts';

/** Questions as files for other programs; the file itself comes from `/exports`. */
export const exporting = { look: lookAtExport, lookQuiz: lookAtQuizExport };
