import { importQuestions, lookAtFile } from './commands.ts';
import { lookAtCourse, takeCourse } from './course.ts';

/** Files of other programs, as questions of one's own; and whole courses. */
export const importing = { look: lookAtFile, lookCourse: lookAtCourse, take: importQuestions, takeCourse };
