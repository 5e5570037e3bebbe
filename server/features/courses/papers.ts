/** Papers for those who write: files of `docs/` as they come with this version, rendered like a lesson's prose. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Parents } from 'mdast';
import { Anchors, type TocEntry } from '../../../domain/lesson/anchors.ts';
import { parseMarkdown } from '../../../domain/lesson/markdown.ts';
import { Problems } from '../../../domain/lesson/problems.ts';
import { Renderer } from '../../../domain/lesson/render.ts';

export interface Paper {
  html: string;
  toc: TocEntry[];
}

/** Those that pages show, and where. */
const PAGES = {
  'lesson-format': '/admin/lesson-format',
  questions: '/how/questions',
  quizzes: '/how/quizzes',
  imports: '/how/imports',
} as const;
type PaperName = keyof typeof PAGES;

const rendered = new Map<PaperName, Promise<Paper>>();

/** Without its title, which the page has as its own. @throws Error where the file is missing */
export function readPaper(name: PaperName): Promise<Paper> {
  const known = rendered.get(name);
  if (known !== undefined) return known;
  const paper = render(`docs/${name}.md`).catch((error: unknown) => {
    rendered.delete(name);
    throw error;
  });
  rendered.set(name, paper);
  return paper;
}

async function render(name: string): Promise<Paper> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), name);
  const root = parseMarkdown(await readFile(file, 'utf8'));
  withPages(root);
  const anchors = new Anchors([]);
  // its problems are those of a lesson (a link to a file, a name in brackets): here it is prose about them
  const html = new Renderer(root, new Problems(name)).blocks(
    root.children.filter((node) => node.type !== 'heading' || node.depth > 1),
    anchors.next,
  );
  return { html, toc: anchors.toc };
}

/** Links to a paper that has a page lead there; of those to other files of `docs/` the words stay. */
function withPages(node: Parents): void {
  node.children = node.children.flatMap((child): typeof node.children => {
    if ('children' in child) withPages(child);
    if (child.type !== 'link' || !/^[\w/-]+\.md(?:#|$)/.test(child.url)) return [child];
    const [file = '', anchor] = child.url.split('#');
    const page = pageOf(file.replace(/\.md$/, ''));
    if (page === undefined) return child.children;
    child.url = anchor === undefined ? page : `${page}#${anchor}`;
    return [child];
  });
}

const pageOf = (name: string): string | undefined => Object.entries(PAGES).find(([one]) => one === name)?.[1];
