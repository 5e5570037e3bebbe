/**
 * What no lesson needs and what would take a parser of Markdown very long: told before anything is parsed. Code and displayed
 * maths are looked at by nobody here, they are not parsed as text.
 */
import type { Problems } from './problems.ts';

/** Far beyond any lesson, and far below what takes a second. */
const MOST = { quotes: 20, lists: 12, indent: 160, columns: 100, brackets: 600, marks: 1_500, colons: 20 };

/** Whether a source is within bounds; what is not is told with its line. */
export function withinBounds(source: string, problems: Problems): boolean {
  let brackets = 0;
  let marks = 0;
  for (const { text, line } of proseLines(source)) {
    if (text.trim() === '') brackets = marks = 0;
    brackets += count(text, /\[/g);
    marks += count(text, /[*_]+/g);
    const found =
      bound('quotes', count(/^(?:[ \t]*>)*/.exec(text)?.[0] ?? '', />/g)) ??
      bound('lists', count(/^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])*/.exec(text)?.[0] ?? '', /[-*+]|\d+/g)) ??
      bound('indent', /^[ \t]*/.exec(text)?.[0].length ?? 0) ??
      bound('colons', Math.max(0, ...(text.match(/:{3,}/g) ?? []).map((run) => run.length))) ??
      bound('columns', count(text, /\|/g)) ??
      bound('brackets', brackets) ??
      bound('marks', marks);
    if (found === null) continue;
    problems.add({ line, column: 1 }, `bounds.${found}`, { most: MOST[found] });
    return false;
  }
  return true;
}

function bound(what: keyof typeof MOST, amount: number): keyof typeof MOST | null {
  return amount > MOST[what] ? what : null;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Lines (1-based) outside of fenced code and displayed maths. */
function* proseLines(source: string): Generator<{ text: string; line: number }> {
  let fence: string | null = null;
  for (const [index, text] of source.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,}|\${2,})(.*)$/.exec(text);
    if (fence !== null) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = null;
      continue;
    }
    // code or maths that ends on the line it begins on opens nothing
    if (mark?.[1] !== undefined && !(mark[2] ?? '').includes(mark[1].charAt(0))) fence = mark[1];
    else yield { text, line: index + 1 };
  }
}
