/** The catalogue shows every piece that there is, in each of its states: read off the sources. */
import { describe, expect, it } from 'vitest';
import { type Source, sources } from '../../../_i18n/sources.ts';

/** Pieces that are not shown by themselves, each with its reason. */
const ELSEWHERE: Record<string, string> = {
  MissingPictures: 'shows nothing: marks pictures that did not come',
  ScrollStopsHere: 'shows nothing: makes stops of what scrolls',
  TableCell: 'stands in every table',
  TableFrame: 'stands around every table',
  ThemeSwitch: 'stands in the header of the page',
};
/** What can be left out of a piece and is left out of the catalogue, each with its reason. */
const LEFT_OUT: Record<string, string> = {
  'CodeEditor describedBy': 'names what stands elsewhere',
  'CodeEditor goTo': 'is done, and looks like nothing',
  'CodeEditor put': 'is done, and looks like nothing',
  'DataTable Around': 'how a page puts something around each row',
  'DataTable bodyClass': 'how a page colours its rows',
  'DataTable foot': 'rows that a page draws itself',
  'DataTable grid': 'whose cells a page draws itself',
  'DataTable longest': 'keeps a column as wide',
  'DataTable order': 'said of both tables at once',
  'DataTable ordered': 'said of both tables at once',
  'FileField accept': 'what the window of the device offers',
  'ListPages label': 'a name for the field of the search',
};
/** What is no state of a piece: where it stands, what it does, what it is told by. */
const NO_STATE = /^(?:className|style|id|name|key|ref|field|on[A-Z]\w*|aria-\w+)$/;

interface Made {
  name: string;
  /** what may be said of it or left out, or said in one of several words */
  states: string[];
}

const EXPORTED = /^export (?:async )?function ([A-Z]\w+|useAsking)(?:<[^(]*>)?\(([^)]*)\)/gm;
/** A line of a shape: a name that may be left out, or whose words are told. */
const LINE = /^\s*(?:'([\w-]+)'|(\w+))(\??):(.*)$/gm;

/** The exported components of a file, and hooks that show something. */
const madeIn = ({ text }: Source): Made[] =>
  [...text.matchAll(EXPORTED)].map(([, name = '', taken = '']) => {
    const shape = /:\s*(\w+)(?:<\w+>)?\s*,?\s*$/.exec(taken)?.[1];
    const inside =
      shape === undefined
        ? (/:\s*\{([\s\S]*)\}\s*,?\s*$/.exec(taken)?.[1] ?? '').replaceAll(';', '\n')
        : (new RegExp(`interface ${shape}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(text)?.[1] ?? '');
    return { name, states: statesIn(inside) };
  });

const statesIn = (shape: string): string[] =>
  [...shape.matchAll(LINE)].flatMap(([, quoted, plain, mayBeLeftOut, type = '']) => {
    const name = quoted ?? plain ?? '';
    return !NO_STATE.test(name) && (mayBeLeftOut === '?' || /'[\w-]+'/.test(type)) ? [name] : [];
  });

/** The pieces of a shelf, each with what is said of it there: `name`, `name prop`. */
function shownIn({ text }: Source): string[] {
  return [...text.matchAll(/<([A-Z]\w+)\b|\b(useAsking)\(/g)].flatMap(({ 0: found, 1: tag, 2: hook, index }) => {
    if (tag === undefined) return [hook ?? ''];
    const said = [...headOf(text.slice(index + found.length)).matchAll(/(?:^|\s)([\w-]+)(?=[\s=]|$)/g)];
    return [tag, ...said.map(([, prop]) => `${tag} ${prop}`)];
  });
}

/** Up to the end of a tag, without what stands in braces. */
function headOf(rest: string): string {
  let [head, depth] = ['', 0];
  for (const sign of rest) {
    if (sign === '{') depth++;
    if (depth === 0 && sign === '>') break;
    if (depth === 0) head += sign;
    if (sign === '}') depth--;
  }
  return head.replace(/"[^"]*"/g, '').replace(/\/$/, '');
}

const made = sources('app/_ui/**/*.tsx')
  .filter(({ file }) => !file.endsWith('.test.tsx'))
  .flatMap(madeIn);
const shelves = sources('app/(admin)/admin/pieces/*.tsx');
const shown = new Set(shelves.flatMap(shownIn));

describe('the catalogue', () => {
  it('shows every piece, but for those on the list', () => {
    expect(made.length).toBeGreaterThan(20);
    const missing = made.flatMap(({ name }) => (shown.has(name) ? [] : [name]));
    expect(missing.toSorted()).toEqual(Object.keys(ELSEWHERE));
  });

  it('shows each with all that can be said of it, but for what is on the list', () => {
    const states = made
      .filter(({ name }) => !(name in ELSEWHERE))
      .flatMap(({ name, states: of }) => of.map((prop) => `${name} ${prop}`));
    expect(states.length).toBeGreaterThan(15);
    expect(states.filter((one) => !shown.has(one)).toSorted()).toEqual(Object.keys(LEFT_OUT));
  });
});
