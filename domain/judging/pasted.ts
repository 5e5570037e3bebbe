/** What stands in an answer that cannot be loaded and is none of its language: pasted along with it, or of another one. */
import type { Feedback } from '../results/verdict.ts';
import { codeOnly } from './code-text.ts';
import { say } from './codes.ts';
import type { Language } from './number-format.ts';

type Pasted =
  | 'fence'
  | 'prompt'
  | 'notebook'
  | 'magic'
  | 'install'
  | 'shell'
  | 'tag'
  | 'numbers'
  | 'javascript'
  | 'python'
  | 'types';

const NAME = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;
const TYPE = String.raw`(?:number|string|boolean|bigint|any|unknown|void|never|object|null|undefined|Array\s*<|Record\s*<|Promise\s*<|readonly\s|[A-Z]\w*(?:\[\]|\b)|\{|\[)`;

/** By line, as a whole line stands in the source; the first that is found anywhere is told. */
const LINES: Record<Language, readonly [what: Pasted, line: RegExp][]> = {
  python: [
    ['fence', /^\s*(?:```|~~~)/],
    ['prompt', /^\s*(?:>>>|\.\.\.)(?:\s|$)/],
    ['notebook', /^\s*(?:In|Out)\s*\[\s*\d*\s*\]\s*:/],
    ['install', /^\s*[!%$]?\s*(?:pip3?|conda|python3?\s+-m\s+pip)\s+install\b/],
    ['magic', /^\s*%{1,2}[a-z]/i],
    ['shell', /^\s*(?:!\s*\w|\$\s+\w)/],
    ['tag', /^\s*<\/?[a-z]+[\s>]/i],
    ['numbers', /^\s*\d+\s*[.:|)]?\s+(?:def|class|return|import|from|for|while|if|print)\b/],
    [
      'javascript',
      new RegExp(
        String.raw`^\s*(?:export\s+)?(?:async\s+)?function\s*\*?\s*${NAME}\s*\(|^\s*(?:const|let|var)\s+${NAME}\s*=|=>\s*[{(\w]|^\s*\/\/|^\s*\}?\s*else\s*\{|\)\s*\{\s*$`,
        'u',
      ),
    ],
  ],
  javascript: [
    ['fence', /^\s*(?:```|~~~)/],
    ['prompt', /^\s*>\s+\S/],
    ['install', /^\s*(?:\$\s*)?(?:npm|yarn|pnpm|npx)\s+\w/],
    ['shell', /^\s*\$\s+\w/],
    ['tag', /^\s*<\/?(?:script|html|body|head|div|p|!doctype)\b/i],
    ['numbers', /^\s*\d+\s*[.:|)]?\s+(?:function|const|let|var|return|import|export|class|for|while|if)\b/],
    [
      'python',
      new RegExp(
        String.raw`^\s*(?:async\s+)?def\s+${NAME}\s*\(.*:\s*(?:#.*)?$|^\s*(?:elif\b.*|else|try|if\s[^(].*|for\s+${NAME}\s+in\s.*):\s*$|^\s*from\s+[\w.]+\s+import\b|^\s*import\s+[\w.]+(?:\s+as\s+\w+)?\s*$`,
        'u',
      ),
    ],
    [
      'types',
      new RegExp(
        String.raw`^\s*(?:export\s+)?(?:interface|enum|namespace|declare|abstract\s+class)\s+${NAME}|^\s*(?:export\s+)?type\s+${NAME}\s*(?:<[^>]*>)?\s*=|[(,]\s*(?:\.\.\.)?${NAME}\s*\??\s*:\s*${TYPE}|\)\s*:\s*${TYPE}[^;]*(?:\{|=>)|^\s*(?:export\s+)?(?:const|let|var)\s+${NAME}\s*:\s*${TYPE}|\bas\s+(?:const|number|string|any|unknown)\b|\bfunction\s+${NAME}\s*<|${NAME}!\s*[.;)]`,
        'u',
      ),
    ],
  ],
};

/** These are looked for in code only: a comment or a text may say anything. */
const IN_CODE: ReadonlySet<Pasted> = new Set<Pasted>(['javascript', 'python', 'types']);
/** More is not looked at. */
const MOST_LINES = 2_000;
const MOST_CHARACTERS = 300;

/** Null: nothing of the kind. Ask only where the source could not be loaded. */
export function pasted(source: string, language: Language): Feedback | null {
  const linesOf = (text: string): string[] =>
    text.split(/\r\n?|\n/, MOST_LINES).map((line) => line.slice(0, MOST_CHARACTERS));
  const [lines, code] = [linesOf(source), linesOf(codeOnly(source, language))];
  for (const [what, pattern] of LINES[language]) {
    const index = lines.findIndex((line, at) => pattern.test(IN_CODE.has(what) ? (code[at] ?? '') : line));
    if (index >= 0) return say('pasted', { what, line: index + 1 });
  }
  return null;
}
