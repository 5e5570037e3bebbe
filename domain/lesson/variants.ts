/**
 * A question whose values are drawn: what its block `variants` says, and what the question is with values in it.
 *
 *     ```yaml variants
 *     a: { from: 2, to: 9 }
 *     ```
 *     Differentiate $f(x) = {a}x^2$.
 *
 * Values are put into the Markdown before it is read, so each variant is read, checked and graded like any other question. What is
 * stored is the first of them, as `varies`; its key holds the Markdown without values, from which the others are made.
 */
import type { Code, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { askedKind } from '../kinds/asked.ts';
import { Memo } from '../maths/memo.ts';
import { type Pictures, picturesIn } from '../pictures/address.ts';
import type { Question } from '../question.ts';
import { draw, MOST_VARIANTS, type Variants, variantsOf } from '../variants/draw.ts';
import { completed, drawnOf } from '../variants/drawn.ts';
import type { EdgesTried } from '../variants/edges.ts';
import { type Lost, lostIn } from '../variants/lost.ts';
import { type Parameters, readParameters, type Values } from '../variants/parameters.ts';
import { samplesOf } from '../variants/samples.ts';
import { substitute, unknownNames, unusedNames, valueless } from '../variants/substitute.ts';
import { told } from '../variants/told.ts';
import { type WrongAnswer, wrongAnswerOf } from './check/right-answer.ts';
import type { FenceRole } from './fence-roles.ts';
import { isContainer, parseMarkdown } from './markdown.ts';
import { type LessonProblem, Problems, type Spot, START, spotOf } from './problems.ts';
import { readQuestion } from './question-reader.ts';
import type { QuestionShop } from './question-shop.ts';
import { Renderer } from './render.ts';
import { contentSpot, readYaml } from './yaml-block.ts';

/** A variant that cannot be asked, and why; lines are those of the question by itself. */
export interface WrongVariant {
  values: string;
  problems: LessonProblem[];
}

/** What of the variants of a question is shown to its author. */
export interface SomeVariants {
  samples: readonly { values: string; drawn: Values }[];
  /** how many there are, conditions left aside where they cannot be counted */
  of: number;
  complete: boolean;
}

/** The file in which questions stand. */
export interface LessonFile {
  text: string;
  root: Root;
  /** those that may stand in it */
  pictures: Pictures;
}

type Role = Question['role'];

const ROLE: FenceRole = 'variants';
/** Looked at while somebody writes; all of them are before they are published. */
const LOOKED_AT = 10;
const MOST_OF_CODE = 20;
/** One draw of where a formula is compared: there are many variants. */
const SEED = ['variant'];

/** Reads a question that may have variants; null where that is impossible, with its problems told. */
export function readAnyQuestion(
  node: ContainerDirective,
  role: Role,
  number: number,
  shop: QuestionShop,
  file: LessonFile,
): Question | null {
  const [fence, second] = node.children.filter(isVariants);
  if (fence === undefined) return readQuestion(node, role, number, shop);
  const { problems } = shop;
  if (second !== undefined) problems.add(spotOf(second), 'question.twice', { what: ROLE });
  const block = readBlock(fence, problems);
  if (block === null) return null;
  const template = templateOf(node, fence, file);
  const known = [...block.names, ...namesOfInputs(template)];
  for (const name of unknownNames(template, known)) problems.add(spotOf(fence), 'variants.unknown', { name });
  const drawn = readYaml(fence.value, contentSpot(fence), new Problems(''))?.value as Record<string, unknown>;
  for (const name of unusedNames(template, drawn))
    problems.add(spotOf(fence), 'variants.unused', { name, braces: `{${name}}` });
  const { list } = samplesOf(block, LOOKED_AT);
  const [first, ...others] = list;
  if (first === undefined) {
    problems.add(spotOf(fence), 'variants.none');
    return null;
  }
  const base = withValues(template, first, node, role, number, { ...shop, drawn: block.names });
  if (base === null || !problems.none) return null;
  const used = picturesIn(`${fence.value}\n${template}`);
  const pictures = Object.fromEntries(Object.entries(file.pictures).filter(([id]) => used.includes(id)));
  const variants = { parameters: fence.value, template: template.trimStart(), pictures };
  // beside what a kind's schema knows of itself
  const whole = { ...base, varies: true as const, key: { ...base.key, variants } } as Question;
  for (const values of [first, ...others]) {
    const wrong = problemOf(whole, values, template, spotOf(fence));
    if (wrong === null) continue;
    problems.add(spotOf(fence), 'variants.with', { values: told(values) });
    for (const one of wrong) problems.add(one, one.code, one.params);
    return null;
  }
  return whole;
}

/** What a room or a class draws from again and again is read and counted once. */
const readBy = new Memo<Parameters>(200);
const countedBy = new Memo<Variants>(200);
const lostBy = new Memo<readonly Lost[]>(200);

/** The parameters of a question; null: it has none. They were read when it was compiled. */
function parametersOf({ key }: Pick<Question, 'key'>): Parameters | null {
  if (key.variants === undefined) return null;
  const { parameters } = key.variants;
  return readBy.get(parameters, () => {
    const yaml = readYaml(parameters, { line: 1, column: 1 }, new Problems(''));
    const read = readParameters((yaml?.value ?? {}) as Record<string, unknown>);
    if (!read.ok) throw new Error('the parameters of a compiled question cannot be read');
    return read.parameters;
  });
}

/** What is worked out for it and has no value with some draws; none where nothing is drawn. */
export function lostVariants(question: Pick<Question, 'key'>): readonly Lost[] {
  const parameters = parametersOf(question);
  return parameters === null ? [] : lostBy.get(question.key.variants?.parameters ?? '', () => lostIn(parameters));
}

/** Some of them, spread over all; null: nothing is drawn. */
export function someVariants(question: Pick<Question, 'key'>, most = LOOKED_AT): SomeVariants | null {
  const parameters = parametersOf(question);
  if (parameters === null) return null;
  const { of, complete, list } = samplesOf(parameters, MOST_VARIANTS);
  const step = Math.max(1, list.length / most);
  const places = Array.from({ length: Math.min(most, list.length) }, (_one, index) => Math.floor(index * step));
  const samples = places.flatMap((place) => {
    const values = list[place];
    return values === undefined ? [] : [{ values: told(values), drawn: drawnOf(parameters, values) }];
  });
  return { samples, of, complete };
}

/** Some of them, those at the edges first; none: nothing is drawn. */
export function edgeVariants(question: Pick<Question, 'key'>, most: number): SomeVariants['samples'] {
  const parameters = parametersOf(question);
  if (parameters === null) return [];
  return samplesOf(parameters, most).list.map((values) => ({
    values: told(values),
    drawn: drawnOf(parameters, values),
  }));
}

/** Which edges are among as many variants as are looked at; null: all there is is. */
export function edgesLookedAt(question: Pick<Question, 'key'>, most: number): EdgesTried | null {
  const parameters = parametersOf(question);
  return parameters === null ? null : samplesOf(parameters, most).edges;
}

/** The Markdown of the variant that is shown where nobody has drawn, and its values; null: nothing is drawn in this question. */
export function firstVariant(question: Pick<Question, 'key'>): { source: string; values: string } | null {
  const parameters = parametersOf(question);
  if (parameters === null || question.key.variants === undefined) return null;
  const [first] = samplesOf(parameters, LOOKED_AT).list;
  return first === undefined
    ? null
    : { source: substitute(question.key.variants.template, first), values: told(first) };
}

/** Draws values, the same for the same seed; null: nothing is drawn in this question. */
export function drawnFor(question: Pick<Question, 'key'>, seed: string): Values | null {
  const parameters = parametersOf(question);
  if (parameters === null) return null;
  const found = draw(
    parameters,
    seed,
    // counted once for all who draw: up to 2,000 variants, or the search for them
    countedBy.get(question.key.variants?.parameters ?? '', () => variantsOf(parameters)),
  );
  if (found === null) throw new Error('nothing can be drawn for a question that was compiled');
  return drawnOf(parameters, found);
}

/**
 * A question with values in the places of its names, under the id and at the place of the one that it is a variant of.
 * @param drawn what was drawn; null comes back where it cannot be drawn by these parameters
 */
export function variantOf(question: Question, drawn: Values): Question | null {
  const parameters = parametersOf(question);
  const values = parameters === null ? null : completed(parameters, drawn);
  if (values === null || question.key.variants === undefined) return null;
  const made = readVariant(question, question.key.variants.template, values, new Problems(''));
  if (made === null) return null;
  const { varies: _varies, ...whole } = made as Question & { varies?: true };
  const { id, role, number, seconds, points } = question;
  return { ...whole, id, role, number, seconds, points, varies: true } as Question;
}

/** How many variants of a question are looked at before it is published: of code few, since each is run. */
export function lookedAt(question: Pick<Question, 'kind'>): number {
  return askedKind(question).runsCode ? MOST_OF_CODE : MOST_VARIANTS;
}

/**
 * What is wrong with variants of a question, from one place of `samplesOf` to another; the first one that is wrong. A question without
 * variants is the only one of itself, at the first place: what is wrong with it names no values.
 */
export function wrongVariant(
  question: Question,
  { from, to, most }: { from: number; to: number; most: number },
): WrongVariant | null {
  const parameters = parametersOf(question);
  if (parameters === null || question.key.variants === undefined) {
    const wrong = from === 0 ? wrongAnswerOf(question) : null;
    return wrong === null ? null : { values: '', problems: [problemOfAnswer(question, wrong)] };
  }
  const { template } = question.key.variants;
  for (const values of samplesOf(parameters, most).list.slice(from, to)) {
    const wrong = problemOf(question, values, template, START);
    if (wrong !== null) return { values: told(values), problems: wrong };
  }
  return null;
}

const problemOfAnswer = ({ id }: Question, wrong: WrongAnswer): LessonProblem => ({
  file: '',
  ...START,
  code: 'check.solution',
  params: { id, ...wrong },
});

function isVariants(node: RootContent): node is Code {
  return node.type === 'code' && hasRole(node, ROLE);
}

const hasRole = (fence: Code, role: FenceRole): boolean => fence.meta?.trim() === role;

function readBlock(fence: Code, problems: Problems): Parameters | null {
  const yaml = readYaml(fence.value, contentSpot(fence), problems);
  if (yaml === null) return null;
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    problems.add(spotOf(fence), 'variants.empty');
    return null;
  }
  const read = readParameters(yaml.value as Record<string, unknown>);
  if (read.ok && read.parameters.names.length > 0) return read.parameters;
  if (read.ok) problems.add(spotOf(fence), 'variants.empty');
  else
    for (const { path, code, params } of read.problems)
      problems.add(yaml.spot(path), `variants.${code}`, { name: String(path[0] ?? ''), ...params });
  return null;
}

/**
 * The Markdown of one question without its block of parameters, at the lines where it stands in its file; then what its links
 * refer to.
 */
function templateOf(node: ContainerDirective, fence: Code, { text, root }: LessonFile): string {
  const [start, end] = extent(node);
  const [from, to] = extent(fence);
  const before = '\n'.repeat((node.position?.start.line ?? 1) - 1);
  const blank = text.slice(from, to).replace(/[^\n]/g, '');
  const definitions = root.children.flatMap((one) => (one.type === 'definition' ? text.slice(...extent(one)) : []));
  return [`${before}${text.slice(start, from)}${blank}${text.slice(to, end)}`, ...definitions].join('\n\n');
}

/** What its tests draw themselves: in braces it stands for one test alone, which tells what of it is unknown. */
function namesOfInputs(template: string): string[] {
  const [tests] = parseMarkdown(template).children.flatMap((one) =>
    isContainer(one)
      ? one.children.filter((child): child is Code => child.type === 'code' && hasRole(child, 'tests'))
      : [],
  );
  const yaml = tests && readYaml(tests.value, START, new Problems(''));
  if (!yaml || !Array.isArray(yaml.value)) return [];
  return yaml.value.flatMap((test: unknown) => {
    const inputs = fieldsOf(fieldsOf(test).inputs);
    return Object.entries(inputs).flatMap(([name, spec]) => {
      const { shuffle } = fieldsOf(spec);
      return Array.isArray(shuffle) ? shuffle.map((_one, index) => `${name}${index + 1}`) : [name];
    });
  });
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function extent({ position }: RootContent): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function withValues(
  template: string,
  values: Values,
  of: ContainerDirective | null,
  role: Role,
  number: number,
  shop: QuestionShop,
): Question | null {
  const root = parseMarkdown(substitute(template, values));
  const node = root.children.find(isContainer);
  if (node === undefined) throw new Error('values have made another block of a question');
  if (of !== null) node.attributes = of.attributes ?? {};
  return readQuestion(node, role, number, shop);
}

function readVariant(question: Question, template: string, values: Values, problems: Problems): Question | null {
  const root = parseMarkdown(substitute(template, values));
  const node = root.children.find(isContainer);
  if (node === undefined) return null;
  node.attributes = { ...node.attributes, id: question.id };
  return readQuestion(node, question.role, question.number, {
    problems,
    renderer: new Renderer(root, problems, question.key.variants?.pictures),
  });
}

/** What is wrong with one variant; null: nothing. @param at where it is said what is drawn */
function problemOf(question: Question, values: Values, template: string, at: Spot): LessonProblem[] | null {
  const problems = new Problems('');
  const empty = valueless(template, values);
  if (empty !== undefined) problems.add(at, 'variants.noValue', { formula: empty });
  const made = readVariant(question, template, values, problems);
  // scores are of the question, whichever numbers somebody has
  if (made !== null && made.points !== question.points) problems.add(at, 'variants.points');
  if (made !== null && wrongAnswerOf(made, SEED) !== null) problems.add(at, 'variants.noRightAnswer');
  return problems.none ? null : problems.sorted;
}
