/** GIFT, Moodle's text format. */
import type { Decoded } from '../decode.ts';
import { type Asked, type ForeignFile, type ForeignItem, type Prose, plain } from '../foreign.ts';
import { brief, ItemRefused, type Remark, remark } from '../remark.ts';
import { proseOf, readAnswers } from './answers.ts';
import { type Block, blocksOf } from './blocks.ts';
import { unescaped } from './escapes.ts';

/** A question with braces that hold answers; or the marks that only GIFT has. */
export const looksLikeGift = (text: string): boolean =>
  /^[ \t]*\$CATEGORY:/m.test(text) ||
  /^[ \t]*::[^\n]{1,1000}?::/m.test(text) ||
  /(?<!\\)\{\s*(?:[=~#]|(?:T|F|TRUE|FALSE)\s*[#}]|\})/i.test(text);

export function readGift({ text, remarks }: Decoded): ForeignFile {
  return { format: 'gift', title: null, items: blocksOf(text).map(itemOf), remarks };
}

function itemOf({ text, line, id, tags }: Block): ForeignItem {
  const titled = /^\s*::((?:\\.|[^\\])*?)::/s.exec(text);
  const rest = text.slice(titled?.[0].length ?? 0);
  const named = {
    at: { unit: 'line' as const, number: line },
    title: unescaped(titled?.[1] ?? ''),
    hints: [],
    id,
    tags,
  };
  try {
    const { before, inside, after, remarks } = partsOf(rest);
    const prompt = proseOf(stemOf(before, after, inside !== null));
    const { asked, general } = inside === null ? noteIn(prompt) : readAnswers(inside, prompt.as);
    return { ...named, prompt, asked, feedback: general === null ? [] : [general], remarks };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return {
      ...named,
      prompt: plain(brief(unescaped(rest.replace(/\{[\s\S]*/, '')))),
      asked: { form: 'refused', reason: error.remark },
      feedback: [],
      remarks: [],
    };
  }
}

const noteIn = (prompt: Prose): { asked: Asked; general: null } => {
  if (prompt.text === '') throw new ItemRefused('item.noPrompt');
  return { asked: { form: 'note' }, general: null };
};

/** A gap where the text goes on behind the answers; a full stop alone ends a question that has its own mark. */
function stemOf(before: string, after: string, hasAnswers: boolean): string {
  const rest = after.trim();
  if (!hasAnswers || rest === '') return before;
  if (/^[.;:!?]+$/.test(rest) && /[.?!:]\s*$/.test(before)) return before;
  return `${before.trimEnd()} _____${/^[.,;:!?]/.test(rest) ? '' : ' '}${rest}`;
}

interface Parts {
  before: string;
  /** null: nothing is asked */
  inside: string | null;
  after: string;
  remarks: Remark[];
}

function partsOf(text: string): Parts {
  const { start, skipped } = startOf(text);
  const remarks = skipped ? [remark('gift.latexBraces')] : [];
  if (start < 0) return { before: text, inside: null, after: '', remarks };
  const end = closing(text, start);
  if (end < 0) throw new ItemRefused('gift.unclosed');
  const after = text.slice(end + 1);
  const debris = /^\s*[}"';]+\s*$/.test(after);
  if (debris) remarks.push(remark('gift.debris', { text: after.trim() }));
  return { before: text.slice(0, start), inside: text.slice(start + 1, end), after: debris ? '' : after, remarks };
}

/** Where the answers begin: braces right behind a command of LaTeX, `^` or `_` are its own, though they should be escaped. */
function startOf(text: string): { start: number; skipped: boolean } {
  let skipped = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && /[{}~=#:\\]/.test(text[at + 1] ?? '')) at += 1;
    else if (text[at] === '{') {
      const end = closing(text, at);
      const isLatex = /(?:\\[A-Za-z]+|[\^_]|\})$/.test(text.slice(0, at)) && !/^\s*[=~#]/.test(text.slice(at + 1));
      if (!isLatex || end < 0) return { start: at, skipped };
      skipped = true;
      at = end;
    }
  }
  return { start: -1, skipped };
}

/** The brace that closes the one at a place; the last one where they do not come out even. */
function closing(text: string, from: number): number {
  let depth = 0;
  let last = -1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && /[{}~=#:\\]/.test(text[at + 1] ?? '')) at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      last = at;
      if (depth === 0) return at;
    }
  }
  return last;
}
