/** For tests that read sources: what stands in them but for comments. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../launch/state-folder.ts';

export interface Source {
  file: string;
  text: string;
}

/** Without comments and tests; what stands in a line stays in it. @param pattern from the root of the project */
export function sources(pattern: string): Source[] {
  return globSync(pattern, { cwd: ROOT })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .toSorted()
    .map((file) => ({ file, text: uncommented(readFileSync(path.join(ROOT, file), 'utf8')) }));
}

const uncommented = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
