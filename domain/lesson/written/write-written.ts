/** A written question as Markdown, and which of its lines say what: problems of a text are told at the field that it came from. */
import { FENCE_ROLES } from '../fence-roles.ts';
import { USUAL_KIND, type WrittenFence, type WrittenItem, type WrittenQuestion } from './written.ts';

/** A part of the question and the lines that it takes, from 1. */
export interface WrittenPlace {
  /** `title`, `prompt`, `items.0`, `items.0.notes.1`, `fences.answer`, `hints.0`, `solution`, `explanation` */
  part: string;
  first: number;
  last: number;
  /** where its own text begins, after what opens its block */
  text: number;
}

export interface WrittenText {
  source: string;
  places: readonly WrittenPlace[];
}

/** Lines as they are gathered, with what each of them belongs to. */
class Lines {
  readonly all: string[] = [];
  readonly places: WrittenPlace[] = [];

  add(text: string): void {
    this.all.push(...text.split('\n'));
  }

  /** @param opening the line that opens its block, and `closing` it */
  part(part: string, write: () => void, [opening, closing]: readonly string[] = []): void {
    const first = this.all.length + 1;
    if (opening !== undefined) this.all.push(opening);
    const text = this.all.length + 1;
    write();
    if (closing !== undefined) this.all.push(closing);
    this.places.push({ part, first, last: this.all.length, text });
  }

  gap(): void {
    if (this.all.at(-1) !== '') this.all.push('');
  }
}

/** Puts a question together. Where parts say what another part should say (a prompt that has boxes), reading it tells. */
export function writeQuestion(written: WrittenQuestion): WrittenText {
  const lines = new Lines();
  const inner = Math.max(...texts(written).map((text) => longestRun(text, /^\s*(:{3,})/gm) + 1), 3);
  const [outside, inside] = [':'.repeat(inner + 1), ':'.repeat(inner)];
  const block = (name: string, part: string, text: string): void => {
    // one that is still empty is none
    if (text.trim() === '') return;
    lines.part(part, () => lines.add(text), [`${inside}${name}`, inside]);
    lines.gap();
  };
  lines.part('title', () => lines.add(`${outside}${written.role}[${titleText(written.title)}]${attributes(written)}`));
  // what is drawn is said before it is used
  const drawn = written.fences.variants;
  if (drawn !== undefined) {
    writeFence(lines, 'variants', drawn);
    lines.gap();
  }
  if (written.prompt !== '') {
    lines.part('prompt', () => lines.add(written.prompt));
    lines.gap();
  }
  written.items?.forEach((item, index) => {
    lines.part(`items.${index}`, () => writeItem(lines, item, `items.${index}`));
  });
  if (written.items !== null) lines.gap();
  for (const role of FENCE_ROLES) {
    const fence = written.fences[role];
    if (fence === undefined || role === 'variants') continue;
    writeFence(lines, role, fence);
    lines.gap();
  }
  written.hints.forEach((hint, index) => {
    block('hint', `hints.${index}`, hint);
  });
  if (written.solution !== null) block('solution', 'solution', written.solution);
  if (written.explanation !== null) block('explanation', 'explanation', written.explanation);
  if (lines.all.at(-1) === '') lines.all.pop();
  lines.add(outside);
  if (written.definitions !== '') lines.add(`\n${written.definitions}`);
  return { source: `${lines.all.join('\n')}\n`, places: lines.places };
}

/** The part that says what a line says: the innermost. */
export function partAt({ places }: WrittenText, line: number): WrittenPlace | undefined {
  return places
    .filter(({ first, last }) => first <= line && line <= last)
    .toSorted((one, other) => one.last - one.first - (other.last - other.first) || other.part.length - one.part.length)
    .at(0);
}

function texts({ prompt, items, hints, solution, explanation, fences }: WrittenQuestion): string[] {
  return [
    prompt,
    ...(items ?? []).flatMap(({ text, notes }) => [text, ...notes]),
    ...hints,
    solution ?? '',
    explanation ?? '',
    ...Object.values(fences).map(({ text }) => text),
  ];
}

function longestRun(text: string, run: RegExp): number {
  return Math.max(0, ...[...text.matchAll(run)].map(([, found = '']) => found.length));
}

/** What Markdown would take for its own is marked as text. */
const titleText = (title: string): string => title.replace(/\s+/g, ' ').replace(/[\\[\]*_`$<&~:]/g, '\\$&');

function attributes({ role, kind, attributes: named }: WrittenQuestion): string {
  const { id, ...others } = named;
  const words = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...(kind === USUAL_KIND[role] ? [] : [`kind=${quoted(kind)}`]),
    ...Object.entries(others).map(([name, value]) => (value === '' ? name : `${name}=${quoted(value)}`)),
  ];
  return words.length === 0 ? '' : `{${words.join(' ')}}`;
}

const quoted = (value: string): string =>
  /^[\w.-]+$/.test(value) ? value : `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

function writeItem(lines: Lines, { box, text, notes }: WrittenItem, part: string): void {
  const [first = '', ...more] = text.split('\n');
  lines.add(`- ${box === null ? '' : `[${box}] `}${first}`.trimEnd());
  for (const line of more) lines.add(line === '' ? '' : `  ${line}`);
  notes.forEach((note, index) => {
    // two quotations that follow each other would be one
    if (index > 0) lines.add('');
    lines.part(`${part}.notes.${index}`, () => {
      for (const line of note.split('\n')) lines.add(line === '' ? '  >' : `  > ${line}`);
    });
  });
}

function writeFence(lines: Lines, role: string, { language, text }: WrittenFence): void {
  const marks = '`'.repeat(Math.max(3, longestRun(text, /^\s*(`{3,})/gm) + 1));
  const write = (): void => {
    if (text !== '') lines.add(text);
  };
  lines.part(`fences.${role}`, write, [`${marks}${language} ${role}`, marks]);
}
