/**
 * The words that the scripts of each page use, by its route: groups of the catalogue, or with `:own` what stands in a group directly. A
 * test compares them with what the sources ask for, both ways.
 */
import { OF_ADMINS } from './words/admins.ts';
import { OF_EVERYBODY } from './words/everybody.ts';
import { OF_LIVE } from './words/live.ts';
import { OF_STUDENTS } from './words/students.ts';
import { OF_TEACHERS } from './words/teachers.ts';

export const WORDS_OF = {
  ...OF_EVERYBODY,
  ...OF_STUDENTS,
  ...OF_TEACHERS,
  ...OF_ADMINS,
  ...OF_LIVE,
};
