/** A line of Markdown for where only plain text can stand, as in a list to choose from. Pure. */

/** What is written in LaTeX and has a sign of its own. */
const SIGNS: Readonly<Record<string, string>> = {
  alpha: 'α',
  approx: '≈',
  beta: 'β',
  cdot: '·',
  delta: 'δ',
  Delta: 'Δ',
  div: '÷',
  ge: '≥',
  geq: '≥',
  in: '∈',
  infty: '∞',
  lambda: 'λ',
  le: '≤',
  leq: '≤',
  mu: 'μ',
  nabla: '∇',
  ne: '≠',
  neq: '≠',
  partial: '∂',
  pi: 'π',
  pm: '±',
  sigma: 'σ',
  sum: '∑',
  theta: 'θ',
  times: '×',
  to: '→',
};

/** The words without what marks them; a picture is what it shows, a formula as one would type it. */
export function withoutMarks(markdown: string): string {
  // code and formulas keep their signs: they are taken out, and put in again at the end
  const kept: string[] = [];
  const keep = (text: string): string => `\uE000${kept.push(text) - 1}\uE000`;
  const bare = markdown
    .replace(/(`+)([\s\S]*?[^`])\1(?!`)/g, (_all, _ticks, code: string) => keep(code.trim()))
    .replace(/\\([!-/:-@[-`{-~])/g, (_all, sign: string) => keep(sign))
    .replace(/\$\$?([^$]+)\$\$?/g, (_all, formula: string) => keep(typed(formula)))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*\*|\*\*|\*|~~|\b__|\b_)(?=\S)(.+?)(?<=\S)(?:\1)/g, '$2')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '');
  return bare
    .replace(/\uE000(\d+)\uE000/g, (_all, at: string) => kept[Number(at)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A formula in one line: fractions and roots as one types them, signs where there are some. */
function typed(latex: string): string {
  return latex
    .replace(
      /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
      (_all, over: string, under: string) => `${group(over)}/${group(under)}`,
    )
    .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_all, of: string) => `√${group(of)}`)
    .replace(/\\(?:text|math[a-z]+|operatorname)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\(?:left|right|displaystyle|[,;:! ])/g, '')
    .replace(/\\([A-Za-z]+)/g, (_all, name: string) => SIGNS[name] ?? name)
    .replace(/([\^_])\{(\w)\}/g, '$1$2')
    .trim();
}

const group = (part: string): string => (/^\s*\w+\s*$/.test(part) ? part.trim() : `(${part.trim()})`);
