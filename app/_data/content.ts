import 'server-only';
/** What `content/` would change, as it lies there now. */
import { type ContentCourse, lookAtContent } from '../../server/features/courses/content.ts';
import { type CourseFiles, contentFolder, readContent } from '../../server/features/courses/content-files.ts';

/** @returns with `wrong` the sentence about the first file that makes no sense; null: all do */
export async function readContentChanges(): Promise<{ courses: ContentCourse[]; wrong: string | null }> {
  const read = filesNow();
  return 'wrong' in read ? { courses: [], ...read } : { courses: await lookAtContent(read.files), wrong: null };
}

function filesNow(): { files: CourseFiles[] } | { wrong: string } {
  try {
    return { files: readContent(contentFolder()) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** How many lists and lessons wait to be looked at; files that cannot be read are told where they are looked at. */
export async function countContentChanges(): Promise<number> {
  const { courses } = await readContentChanges();
  return courses.flatMap(({ list, files }) => [list, ...files]).filter(({ state }) => state !== 'same').length;
}
