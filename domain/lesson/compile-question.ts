/**
 * The compiler for a question by itself, as a bank keeps it: one `::::exercise` or `::::check`, written as in a lesson. What its
 * place will say of it (its id there, its number) needs not stand in it.
 */
import type { Pictures } from '../pictures/address.ts';
import type { Question } from '../question.ts';
import { withinBounds } from './bounds.ts';
import { type InputSamples, inputSamples } from './input-samples.ts';
import type { LessonLink } from './links.ts';
import { checkStructure, isContainer, parseMarkdown } from './markdown.ts';
import { type LessonProblem, Problems, START, spotOf } from './problems.ts';
import { Renderer } from './render.ts';
import { readAnyQuestion, type SomeVariants, someVariants } from './variants.ts';
import { takenApart } from './written/read-written.ts';
import type { WrittenQuestion } from './written/written.ts';

export type CompiledQuestion = (
  | {
      ok: true;
      question: Question;
      /** to lessons, which only a classroom knows */
      links: readonly LessonLink[];
    }
  | {
      ok: false;
      problems: LessonProblem[];
    }
) & {
  /** taken apart for a form; null: a form could not show all of it. Left out where nothing was read at all */
  written?: WrittenQuestion | null;
  /** of one whose values are drawn */
  variants?: SomeVariants;
  /** of code whose hidden tests draw */
  inputs?: readonly InputSamples[];
};

/** How it is called until it has a place. */
const UNPLACED = 'question';

/**
 * @param file names it in problems
 * @param pictures those that may stand in it
 * @param known misconceptions that it may name, by their ids; left out: that is not asked
 */
export async function compileQuestion(
  source: string,
  file: string,
  pictures: Pictures = {},
  known?: readonly string[],
): Promise<CompiledQuestion> {
  const problems = new Problems(file);
  // an editor on Windows writes \r\n; lines are counted by \n
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (!withinBounds(text, problems)) return { ok: false, problems: problems.sorted };
  const root = parseMarkdown(text);
  const written = takenApart(text, root);
  checkStructure(root, text, problems);
  const [node, second] = root.children.filter((one) => one.type !== 'definition');
  const spot = second === undefined ? START : spotOf(second);
  if (node === undefined || !isContainer(node) || second !== undefined) problems.add(spot, 'question.alone');
  else if (node.name !== 'exercise' && node.name !== 'check')
    problems.add(spotOf(node), 'directive.unknown', { name: node.name, known: 'exercise, check' });
  else {
    node.attributes = { id: UNPLACED, ...node.attributes };
    const renderer = new Renderer(root, problems, pictures);
    const question = readAnyQuestion(node, node.name, 1, { problems, renderer, known }, { text, root, pictures });
    for (const { href, at } of renderer.links) if (href.startsWith('#')) problems.add(at, 'link.anchor', { href });
    if (question !== null && problems.none) {
      const variants = someVariants(question);
      const inputs = inputSamples(question);
      return {
        ok: true,
        question,
        links: renderer.links.filter(({ href }) => !href.startsWith('#')),
        written,
        ...(variants === null ? {} : { variants }),
        ...(inputs.length === 0 ? {} : { inputs }),
      };
    }
  }
  return { ok: false, problems: problems.sorted, written };
}
