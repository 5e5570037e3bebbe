/**
 * The lesson compiler: one Markdown file → what a page shows, and questions with their keys.
 *
 * Pure: files are read by callers. All problems of a file are told at once, each with line and column; a lesson with a
 * problem is not compiled.
 */
import type { Code, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { beginnings } from '../kinds/beginnings.ts';
import type { Pictures } from '../pictures/address.ts';
import type { Question } from '../question.ts';
import { Anchors } from './anchors.ts';
import { withinBounds } from './bounds.ts';
import { holdsClaims, type PythonClaims, readClaims } from './claims.ts';
import type { Block, CompiledLesson } from './compiled.ts';
import { fenceOf, readDrawing } from './drawn-figure.ts';
import { readFigure } from './figures.ts';
import { readFrontMatter } from './front-matter.ts';
import { type LessonLink, slugOfFile } from './links.ts';
import { checkStructure, isContainer, parseMarkdown } from './markdown.ts';
import type { PlacedPin } from './pin-lines.ts';
import { type Bank, isPin, placed, readPin } from './pins.ts';
import { type LessonProblem, Problems, type Spot, spotOf } from './problems.ts';
import { Renderer } from './render.ts';
import { type LessonFile, readAnyQuestion } from './variants.ts';

export type Compiled =
  | {
      ok: true;
      /** who the lesson is, wherever it stands: `id` in the front matter, else the file's name without its number */
      id: string;
      lesson: CompiledLesson;
      /** to other lessons' files, for whoever knows which files there are */
      links: LessonLink[];
      /** where each question stands in the file */
      spots: Record<string, Spot>;
      /** which of its questions are those of a bank, by their ids in the lesson */
      pins: Record<string, PlacedPin>;
      /** what its text claims in Python: the check runs it */
      claims: PythonClaims[];
    }
  | { ok: false; problems: LessonProblem[] };

/**
 * Compiles a lesson. `file` names it in problems, and its last part, without number and extension, is the slug.
 * @param bank what the lines that pin questions may stand for
 * @param pictures those that may stand in it
 * @param known misconceptions that its questions may name, by their ids; left out: that is not asked
 */
export async function compileLesson(
  source: string,
  file: string,
  bank: Bank = {},
  pictures: Pictures = {},
  known?: readonly string[],
): Promise<Compiled> {
  const problems = new Problems(file);
  // an editor on Windows writes \r\n; lines are counted by \n
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (!withinBounds(text, problems)) return { ok: false, problems: problems.sorted };
  const root = parseMarkdown(text);
  checkStructure(root, text, problems);
  const front = readFrontMatter(root, problems);
  const content = new Content({ text, root, pictures }, problems, bank, known);
  content.read();
  if (front === null || !problems.none) return { ok: false, problems: problems.sorted };
  const { body, questions, anchors, room } = content;
  const readingSeconds = secondsToRead(root);
  // how a quiz is played is nothing that its pages show
  const { id = slugOfFile(file), quiz: _quiz, ...head } = front;
  const marked = room === undefined ? {} : { room };
  const lesson = { slug: slugOfFile(file), ...head, readingSeconds, toc: anchors.toc, body, ...marked, questions };
  return {
    ...{ ok: true, id, lesson, links: content.outside, spots: content.spots, pins: content.pins },
    claims: content.claims,
  };
}

/** Walks the top level of a file: prose is gathered to HTML blocks, directives become slots between them. */
class Content {
  readonly body: Block[] = [];
  readonly questions: Question[] = [];
  /** the question that is marked for the room */
  room: string | undefined;
  readonly spots: Record<string, Spot> = {};
  readonly pins: Record<string, PlacedPin> = {};
  readonly claims: PythonClaims[] = [];
  readonly anchors: Anchors;
  readonly #file: LessonFile;
  readonly #bank: Bank;
  readonly #problems: Problems;
  readonly #known: readonly string[] | undefined;
  readonly #renderer: Renderer;
  readonly #counts = { exercise: 0, check: 0 };
  readonly #ids = new Set<string>();
  #prose: RootContent[] = [];

  constructor(file: LessonFile, problems: Problems, bank: Bank, known: readonly string[] | undefined) {
    const { root, pictures } = file;
    this.#file = file;
    this.#problems = problems;
    this.#bank = bank;
    this.#known = known;
    this.#renderer = new Renderer(root, problems, pictures);
    const directives = root.children.filter((node) => isContainer(node) || isPin(node));
    this.anchors = new Anchors(directives.map((node) => node.attributes?.id ?? ''));
  }

  read(): void {
    for (const node of this.#file.root.children) {
      if (node.type === 'yaml') continue;
      if (isContainer(node)) this.#directive(node);
      else if (isPin(node)) this.#pin(node);
      else if (node.type === 'code' && holdsClaims(node)) this.#claim(node);
      else this.#prose.push(node);
    }
    this.#flush();
    for (const { href, at } of this.#renderer.links) {
      if (href.startsWith('#') && !this.anchors.has(href.slice(1))) this.#problems.add(at, 'link.anchor', { href });
    }
  }

  /** links that lead out of this file */
  get outside(): LessonLink[] {
    return this.#renderer.links.filter((link) => !link.href.startsWith('#'));
  }

  #directive(node: ContainerDirective): void {
    this.#flush();
    switch (node.name) {
      case 'exercise':
      case 'check':
        this.#question(node, node.name);
        return;
      case 'figure': {
        const fence = fenceOf(node);
        if (fence !== undefined) {
          const drawing = readDrawing(node, fence, { problems: this.#problems, renderer: this.#renderer });
          if (drawing) this.body.push({ type: 'drawing', drawing });
          return;
        }
        const figure = readFigure(node, this.#problems, this.#renderer);
        if (figure) this.body.push({ type: 'figure', figure });
        return;
      }
      default:
        this.#problems.add(spotOf(node), 'directive.unknown', { name: node.name, known: 'exercise, check, figure' });
    }
  }

  #claim(node: Code): void {
    const python = readClaims(node, this.#problems);
    if (python !== null) this.claims.push(python);
  }

  #question(node: ContainerDirective, role: 'exercise' | 'check'): void {
    this.#counts[role] += 1;
    this.#name(node);
    const tools = { problems: this.#problems, renderer: this.#renderer, known: this.#known };
    const question = readAnyQuestion(node, role, this.#counts[role], tools, this.#file);
    if (question) this.#ask(question, node);
  }

  #pin(node: LeafDirective): void {
    this.#flush();
    this.#name(node);
    const pin = readPin(node, this.#problems);
    if (pin === null) return;
    this.#counts[pin.role] += 1;
    const question = placed(pin, this.#counts[pin.role], this.#bank);
    if (question === null) {
      this.#problems.add(spotOf(node), 'pin.unknown', { ref: pin.ref, version: pin.version });
      return;
    }
    const { ref, version, seconds, points } = pin;
    if (points !== null && !beginnings[question.kind].points) this.#problems.add(spotOf(node), 'pin.points');
    if (Object.values(this.pins).some((other) => other.ref === ref)) this.#problems.add(spotOf(node), 'pin.twice');
    this.pins[pin.id] = { ref, version, seconds, points };
    this.#ask(question, node);
  }

  #name(node: ContainerDirective | LeafDirective): void {
    const id = node.attributes?.id;
    if (id && this.#ids.has(id)) this.#problems.add(spotOf(node), 'question.sameId', { id });
    if (id) this.#ids.add(id);
  }

  #ask(question: Question, node: ContainerDirective | LeafDirective): void {
    if (typeof node.attributes?.live === 'string') {
      if (this.room !== undefined) this.#problems.add(spotOf(node), 'attribute.liveTwice', { id: this.room });
      this.room = question.id;
    }
    this.questions.push(question);
    this.spots[question.id] = spotOf(node);
    this.body.push({ type: 'question', id: question.id });
  }

  #flush(): void {
    const html = this.#renderer.blocks(this.#prose, this.anchors.next);
    if (html !== '') this.body.push({ type: 'html', html });
    this.#prose = [];
  }
}

const WORDS_A_SECOND = 200 / 60;

/** Reading time of the prose, exercises and checks left out; maths counts like words. */
function secondsToRead(root: Root): number {
  const prose = root.children.filter(
    (node) => node.type !== 'yaml' && !isContainer(node) && !isPin(node) && !holdsClaims(node),
  );
  const words = prose.flatMap((node) => plainText(node).split(/\s+/)).filter((word) => word !== '');
  return Math.round(words.length / WORDS_A_SECOND);
}
