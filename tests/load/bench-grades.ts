/** `npm run bench:grades`: the grade book of a large class alone. One JSON line. */
import { measureGrades } from './grades.ts';

await measureGrades();
