/**
 * The front matter of a lesson: its title, one sentence about it, and its id where the file's name shall not be it; of a quiz how it
 * is played and given.
 */
import type { Root } from 'mdast';
import { parse } from 'yaml';
import { z } from 'zod';
import { identifier } from '../kinds/common/document.ts';
import { quizSettings } from '../quiz/settings-schema.ts';
import { slugOfFile } from './links.ts';
import { type Problems, START } from './problems.ts';
import { title } from './title.ts';
import { contentSpot, readMap, readYaml } from './yaml-block.ts';

const frontMatter = z.strictObject({
  title,
  description: z.string().min(1),
  id: identifier.optional(),
  quiz: quizSettings.optional(),
});
export type FrontMatter = z.infer<typeof frontMatter>;

/** What stands above a lesson between its lines of dashes; null where it cannot be read, which is told. */
export function readFrontMatter(root: Root, problems: Problems): FrontMatter | null {
  const first = root.children[0];
  if (first?.type !== 'yaml') {
    problems.add(START, 'frontMatter.missing', { known: Object.keys(frontMatter.shape).join(', ') });
    return null;
  }
  const yaml = readYaml(first.value, contentSpot(first), problems);
  return yaml && readMap(frontMatter, yaml, [], problems);
}

/**
 * Who a lesson is, wherever it stands and whatever it is called: its `id`, else its file's name without the number.
 * Reads the front matter only; a lesson whose front matter is broken is told so when it is compiled.
 */
export function lessonId(source: string, file: string): string {
  return written.safeParse(frontIn(source)).data?.id ?? slugOfFile(file);
}

/** What stands between the lines of dashes, unchecked; undefined where nothing can be read there. */
export function frontIn(source: string): unknown {
  const [, front = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?(?:\n|$)/.exec(source) ?? [];
  return parsed(front);
}
const written = z.object({ id: identifier });

function parsed(front: string): unknown {
  try {
    return parse(front);
  } catch {
    return undefined;
  }
}
