/** The front matter of a lesson: its title and one sentence about it. */
import type { Root } from 'mdast';
import { z } from 'zod';
import { type Problems, START } from './problems.ts';
import { contentSpot, readMap, readYaml } from './yaml-block.ts';

const frontMatter = z.strictObject({ title: z.string().min(1), description: z.string().min(1) });
export type FrontMatter = z.infer<typeof frontMatter>;

export function readFrontMatter(root: Root, problems: Problems): FrontMatter | null {
  const first = root.children[0];
  if (first?.type !== 'yaml') {
    problems.add(START, 'frontMatter.missing', { known: Object.keys(frontMatter.shape).join(', ') });
    return null;
  }
  const yaml = readYaml(first.value, contentSpot(first), problems);
  return yaml && readMap(frontMatter, yaml, [], problems);
}
