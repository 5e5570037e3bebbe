/** The page for those who write lessons: `docs/lesson-format.md` as it comes with this version, rendered like a lesson's prose. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Anchors, type TocEntry } from '../../../domain/lesson/anchors.ts';
import { parseMarkdown } from '../../../domain/lesson/markdown.ts';
import { Problems } from '../../../domain/lesson/problems.ts';
import { Renderer } from '../../../domain/lesson/render.ts';

export interface LessonFormat {
  html: string;
  toc: TocEntry[];
}

let rendered: Promise<LessonFormat> | undefined;

/** Without its title, which the page has as its own. @throws Error where the file is missing */
export function lessonFormat(): Promise<LessonFormat> {
  rendered ??= render().catch((error: unknown) => {
    rendered = undefined;
    throw error;
  });
  return rendered;
}

async function render(): Promise<LessonFormat> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'docs/lesson-format.md');
  const root = parseMarkdown(await readFile(file, 'utf8'));
  const anchors = new Anchors([]);
  // its problems are those of a lesson (a link to a file, a name in brackets): here it is prose about them
  const html = new Renderer(root, new Problems('docs/lesson-format.md')).blocks(
    root.children.filter((node) => node.type !== 'heading' || node.depth > 1),
    anchors.next,
  );
  return { html, toc: anchors.toc };
}
