/**
 * `content/<course>/misconceptions.yaml`: what students of a course may misunderstand.
 *
 *     - id: gradient-flipped
 *       name: The gradient points downhill
 *       words: The gradient points where the function grows fastest …
 */
import { z } from 'zod';
import { misconceptionId } from '../misconceptions/sign.ts';
import { compileWords } from './compile-words.ts';
import { type LessonProblem, Problems, START } from './problems.ts';
import { readMap, readYaml } from './yaml-block.ts';

export interface FileEntry {
  code: string;
  name: string;
  words: string;
  html: string;
}
export type ReadCatalogue = { ok: true; entries: FileEntry[] } | { ok: false; problems: LessonProblem[] };

const entry = z.strictObject({
  id: misconceptionId,
  name: z.string().trim().min(1).max(120),
  words: z.string().max(1_000).default(''),
});

/** Parses a catalogue; all problems are told, each with line and column. */
export function readCatalogue(source: string, file: string): ReadCatalogue {
  const problems = new Problems(file);
  const yaml = readYaml(source.replaceAll('\r\n', '\n'), START, problems);
  if (yaml === null) return { ok: false, problems: problems.sorted };
  if (!Array.isArray(yaml.value)) {
    problems.add(START, 'misconception.list');
    return { ok: false, problems: problems.sorted };
  }
  const entries: FileEntry[] = [];
  for (const index of yaml.value.keys()) {
    const read = readMap(entry, yaml, [index], problems);
    if (read === null) continue;
    const { id: code, name, words } = read;
    if (entries.some((one) => one.code === code))
      problems.add(yaml.spot([index, 'id']), 'misconception.twice', { id: code });
    const made = compileWords(words, file);
    if (made.ok) entries.push({ code, name, words, html: made.html });
    else for (const one of made.problems) problems.add(yaml.spot([index, 'words']), one.code, one.params);
  }
  return problems.none ? { ok: true, entries } : { ok: false, problems: problems.sorted };
}
