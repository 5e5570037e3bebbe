/** The compiler for a few sentences by themselves: Markdown as in a lesson, without blocks of its own. */
import { withinBounds } from './bounds.ts';
import { checkStructure, isContainer, parseMarkdown } from './markdown.ts';
import { isPin } from './pins.ts';
import { type LessonProblem, Problems, spotOf } from './problems.ts';
import { Renderer } from './render.ts';

export type CompiledWords = { ok: true; html: string } | { ok: false; problems: LessonProblem[] };

/** @param file names it in problems */
export function compileWords(source: string, file: string): CompiledWords {
  const problems = new Problems(file);
  const text = source.replaceAll('\r\n', '\n');
  if (!withinBounds(text, problems)) return { ok: false, problems: problems.sorted };
  const root = parseMarkdown(text);
  checkStructure(root, text, problems);
  for (const node of root.children)
    if (isContainer(node) || isPin(node))
      problems.add(spotOf(node), 'directive.unknown', { name: node.name, known: '–' });
  const html = new Renderer(root, problems).blocks(root.children);
  return problems.none ? { ok: true, html } : { ok: false, problems: problems.sorted };
}
