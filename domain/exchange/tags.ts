/** Tags and folders of other programs as tags of ours. */
import { oneLine } from './signs.ts';

const MOST_TAGS = 20;
const LONGEST = 60;

/** Each once; commas part tags where they are typed. */
export function readTags(written: readonly string[]): string[] {
  const tags = written.map((one) => oneLine(one.replaceAll(',', ' ')).slice(0, LONGEST).trim().toWellFormed());
  return [...new Set(tags)].filter((one) => one !== '').slice(0, MOST_TAGS);
}

/** `$course$/top/Algebra/Lines`: its folders, without those that every bank has. A slash in a name is written twice. */
export function tagsOfCategory(path: string): string[] {
  const folders = path
    .replaceAll('//', '\uE000')
    .split('/')
    .map((one) => one.replaceAll('\uE000', '/').trim());
  return readTags(folders.filter((one) => !/^(?:\$\w+\$|top|default for .*)$/i.test(one)));
}
