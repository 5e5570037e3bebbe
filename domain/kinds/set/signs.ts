/** The signs and words in which people write sets, LaTeX and programs among them, as one sign each; the formulas in them stay as they are. */

/** The longest text of a set, in UTF-16 units. */
export const LONGEST = 500;

/** Braces of a set, unlike those that group in LaTeX. */
export const OPEN = '⦃';
export const CLOSE = '⦄';

const COMMANDS: Readonly<Record<string, string>> = {
  cup: '∪',
  cap: '∩',
  setminus: '∖',
  smallsetminus: '∖',
  backslash: '∖',
  infty: '∞',
  emptyset: '∅',
  varnothing: '∅',
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  ne: '≠',
  neq: '≠',
  lt: '<',
  gt: '>',
  lor: '∨',
  vee: '∨',
  land: '∧',
  wedge: '∧',
  in: '∈',
  notin: '∉',
  mid: '|',
  vert: '|',
  lvert: '|',
  rvert: '|',
  pm: '±',
  mp: '∓',
  lbrack: '[',
  rbrack: ']',
  lbrace: OPEN,
  rbrace: CLOSE,
  colon: ':',
  R: 'ℝ',
  Reals: 'ℝ',
  reals: 'ℝ',
  quad: ' ',
  qquad: ' ',
};
const COMMAND = new RegExp(`\\\\(${Object.keys(COMMANDS).join('|')})(?![A-Za-z])`, 'g');

/** Signs that look or mean the same. */
const ALIKE: readonly [RegExp, string][] = [
  [/[⩽≦]|<\s?=|=\s?</g, '≤'],
  [/[⩾≧]|>\s?=|=\s?>/g, '≥'],
  [/!\s?=|<>|=\s?\/\s?=|≠/g, '≠'],
  [/\+\s?\/?\s?[-−–]/g, '±'],
  [/＜/g, '<'],
  [/＞/g, '>'],
  [/[⋃⊔]/g, '∪'],
  [/⋂/g, '∩'],
  [/[⧵＼]/g, '∖'],
  [/⌀|Ø|ø/g, '∅'],
  [/&&/g, '∧'],
  [/ϵ|є/g, '∈'],
  [/[，]/g, ','],
  [/；/g, ';'],
  [/[【［]/g, '['],
  [/[】］]/g, ']'],
  [/ℜ|𝐑|(?<![A-Za-z])RR(?![A-Za-z])/g, 'ℝ'],
];

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'giu');
const WORDS: readonly [RegExp, string][] = [
  [
    word(
      'no (?:real )?solutions?|none|nothing|(?:the )?empty set|keine lösung(?:en)?|(?:pas de|aucune) solutions?|unl[öo]sbar',
    ),
    '∅',
  ],
  [word('(?:all|any|every)(?: the)? real(?: number)?s?|(?:the )?real numbers|reals'), 'ℝ'],
  [word('minus infinity'), '-∞'],
  [word('(?:positive |plus |\\+ ?)?(?:infinity|infty|inf|oo|unendlich|infini)'), '∞'],
  [word('or|oder|ou'), '∨'],
  [word('and|und|et'), '∧'],
  [word('union'), '∪'],
  [word('without|except|but not|ohne|sauf'), '∖'],
  [word('not in'), '∉'],
  [word('in'), '∈'],
];

/** One sign for each thing. @param names letters that mean something else */
export function plainSet(typed: string, names: readonly string[] = []): string {
  // only beside commands is `\ ` a blank: in `R \ {2}` it takes away
  const isLatex = /\\[A-Za-z]/.test(typed);
  const blank = isLatex ? /\\[,;:! ]/g : /\\[,;:!]/g;
  let text = typed
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060-\u2064\ufeff\u00ad\u200e\u200f]/g, '')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/\$/g, ' ')
    .replace(/\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])\s*\.?/g, '')
    .replace(/\\not\s*=/g, '≠')
    .replace(/\\not\s*\\in(?![A-Za-z])/g, '∉')
    .replace(/\\(?:mathbb|mathbf|Bbb|mathds)\s*\{?\s*R\s*\}?/g, 'ℝ')
    .replace(/\\(?:text|mathrm|textrm|mbox|operatorname)\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(COMMAND, (_, name: string) => ` ${COMMANDS[name] ?? ''} `)
    .replace(blank, ' ')
    .replace(/\{,\}/g, ',');
  text = braces(text, isLatex);
  // what is left of backslashes takes away: ℝ \ {2}
  text = text.replace(/\\(?![A-Za-z])/g, '∖');
  for (const [found, sign] of [...ALIKE, ...WORDS]) text = text.replace(found, sign);
  if (!names.includes('R')) text = text.replace(/(?<![\p{L}\d_\\])R(?![\p{L}\d_(=])/gu, 'ℝ');
  return text
    .replace(/(?<=[)\]⦄[]\s*)[UuVv](?=\s*[([\]⦃])/g, '∪')
    .replace(/⦃\s*⦄/g, '∅')
    .replace(/[.\s]+$/, '')
    .trim();
}

/** `\{` in LaTeX and `{` elsewhere hold sets; a brace after a command, ^ or _ groups. `R\{2}` takes away. */
function braces(text: string, isLatex: boolean): string {
  const both = /\\\{/.test(text) && /\\\}/.test(text);
  if (both) return text.replace(/\\\{/g, OPEN).replace(/\\\}/g, CLOSE);
  if (!isLatex) return text.replace(/\{/g, OPEN).replace(/\}/g, CLOSE);
  // braces of both sorts in one text: those that group stand right after a command, another group, ^ or _
  const groups: boolean[] = [];
  let made = '';
  for (const sign of text.replace(/\\(?=[{}])/g, '∖')) {
    if (sign === '{') groups.push(/(?:\\[A-Za-z]+|[\^_}\]])\s*$/.test(made));
    if (sign === '{') made += groups.at(-1) ? '{' : OPEN;
    else if (sign === '}') made += groups.pop() === false ? CLOSE : '}';
    else made += sign;
  }
  return made;
}
