/**
 * An exercise or check as it is written: the parts of its directive, taken apart but not yet understood by kind.
 *
 *     ::::exercise[Title]{#id kind=function entry=jacobian}
 *     prompt … ```python starter … ```yaml tests … :::hint … ::: :::solution … ::: :::explanation … :::
 *     ::::
 */
import type { Code, List, ListItem, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { FENCE_ROLES, type FenceRole, isFenceRole } from './fence-roles.ts';
import { isContainer } from './markdown.ts';
import { type Problems, spotOf } from './problems.ts';

export interface ReadDirective {
  node: ContainerDirective;
  role: 'exercise' | 'check';
  title: string;
  attributes: Record<string, string>;
  prompt: RootContent[];
  /** the list of options with boxes: `- [x] …`, and for an order `- [2] …` */
  options: List | null;
  fences: Partial<Record<FenceRole, Code>>;
  hints: RootContent[][];
  solution: RootContent[] | null;
  explanation: RootContent[] | null;
}

/** Takes the directive apart; what does not belong there is told. @param box what stands before an option, beside `[x]` and `[ ]` */
export function readDirective(
  node: ContainerDirective,
  role: ReadDirective['role'],
  problems: Problems,
  box: RegExp | undefined,
): ReadDirective {
  const directive: ReadDirective = {
    node,
    role,
    title: '',
    attributes: {},
    prompt: [],
    options: null,
    fences: {},
    hints: [],
    solution: null,
    explanation: null,
  };
  for (const [name, value] of Object.entries(node.attributes ?? {})) directive.attributes[name] = value ?? '';
  for (const child of node.children) place(child, directive, problems, box);
  if (directive.title === '') problems.add(spotOf(node), 'question.title', { role });
  if (directive.prompt.length === 0) problems.add(spotOf(node), 'question.prompt', { role });
  return directive;
}

function place(child: RootContent, directive: ReadDirective, problems: Problems, box: RegExp | undefined): void {
  if (child.type === 'paragraph' && child.data && 'directiveLabel' in child.data) {
    directive.title = plainText(child).trim();
  } else if (child.type === 'code' && child.meta) {
    placeFence(child, child.meta.trim(), directive, problems);
  } else if (child.type === 'list' && child.children.some((item) => isBoxed(item, box))) {
    if (directive.options) problems.add(spotOf(child), 'question.twice', { what: '- [ ]' });
    directive.options = child;
  } else if (isContainer(child)) {
    placeContainer(child, directive, problems);
  } else {
    directive.prompt.push(child);
  }
}

export function isBoxed(item: ListItem, box: RegExp | undefined): boolean {
  return typeof item.checked === 'boolean' || isEmptyBox(item) || box?.test(plainText(item)) === true;
}

/** GFM has no box before nothing; an option that is still to be written is one. */
export function isEmptyBox(item: ListItem): boolean {
  return /^\[[ xX]\]$/.test(plainText(item).trim());
}

function placeFence(fence: Code, word: string, directive: ReadDirective, problems: Problems): void {
  if (!isFenceRole(word)) {
    problems.add(spotOf(fence), 'fence.role', { word, known: FENCE_ROLES.join(', ') });
  } else if (directive.fences[word]) {
    problems.add(spotOf(fence), 'question.twice', { what: word });
  } else {
    directive.fences[word] = fence;
  }
}

function placeContainer(node: ContainerDirective, directive: ReadDirective, problems: Problems): void {
  const inside = node.children;
  if (inside.length === 0) problems.add(spotOf(node), 'directive.empty', { name: node.name });
  if (node.name === 'hint') {
    directive.hints.push(inside);
  } else if (node.name === 'solution' || node.name === 'explanation') {
    if (directive[node.name]) problems.add(spotOf(node), 'question.twice', { what: node.name });
    directive[node.name] = inside;
  } else {
    problems.add(spotOf(node), 'directive.unknown', { name: node.name, known: 'hint, solution, explanation' });
  }
}
