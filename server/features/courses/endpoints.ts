import { previewLesson, proveLesson, publishAgain, publishEdited, readVersion, readVersions } from './commands.ts';
import { decideContent, readContentFile } from './content.ts';
import { duplicate } from './duplicate.ts';
import {
  archive,
  changeAddress,
  describeCourse,
  makeCourse,
  makeLesson,
  makeLevel,
  move,
  rename,
  setEditor,
} from './tree.ts';

/** Courses with their levels and lessons, for who arranges and writes them. */
export const courses = {
  make: makeCourse,
  makeLevel,
  makeLesson,
  rename,
  describe: describeCourse,
  address: changeAddress,
  move,
  archive,
  duplicate,
  editor: setEditor,
  /** what comes from files, where it waits for somebody to decide */
  content: decideContent,
  contentFile: readContentFile,
  preview: previewLesson,
  publish: publishEdited,
  /** runs the code of what is published */
  prove: proveLesson,
  versions: readVersions,
  version: readVersion,
  publishAgain,
};
