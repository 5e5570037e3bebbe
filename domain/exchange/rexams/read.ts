/** An exercise of R/exams in Markdown. What R would make of it is not known here: a file with R in it is refused. */

import { range, readDecimal } from '../decimal.ts';
import type { Decoded } from '../decode.ts';
import type { Asked, ForeignFile, ForeignItem, Prose, Weighted } from '../foreign.ts';
import { brief, ItemRefused, type Remark, remark } from '../remark.ts';

export const looksLikeRexams = (text: string): boolean =>
  /^Question[ \t]*\n=+[ \t]*$/m.test(text) && /^Meta-information[ \t]*\n=+[ \t]*$/m.test(text);

const prose = (text: string): Prose => ({ as: 'markdown', text: text.trim(), dollars: true });

export function readRexams({ text, remarks }: Decoded): ForeignFile {
  return { format: 'r-exams', title: null, items: [itemOf(text)], remarks };
}

function itemOf(text: string): ForeignItem {
  const meta = metaOf(sectionOf(text, 'Meta-information'));
  const question = partedAt(sectionOf(text, 'Question'));
  const solution = partedAt(sectionOf(text, 'Solution'));
  const common = {
    at: { unit: 'line' as const, number: text.slice(0, text.search(/^Question[ \t]*\n=/m)).split('\n').length },
    title: meta.get('exname') ?? meta.get('extitle') ?? '',
    prompt: prose(question.text),
    feedback: solution.text.trim() === '' ? [] : [prose(solution.text)],
    hints: [],
  };
  try {
    if (/^```\{r\b|`r [^`]*`/m.test(text)) throw new ItemRefused('rexams.code');
    return { ...common, asked: askedIn(meta, question.answers, solution.answers), remarks: remarksOn(meta) };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...common, asked: { form: 'refused', reason: error.remark }, remarks: [] };
  }
}

/** What stands under a heading that is underlined with `=`. */
function sectionOf(text: string, name: string): string {
  const found = new RegExp(`^${name}[ \\t]*\\n=+[ \\t]*\\n`, 'm').exec(text);
  if (found === null) return '';
  const rest = text.slice(found.index + found[0].length);
  const next = /^[A-Z][\w-]*[ \t]*\n=+[ \t]*$/m.exec(rest);
  return next === null ? rest : rest.slice(0, next.index);
}

function partedAt(section: string): { text: string; answers: string[] } {
  const [text = '', list = ''] = section.split(/^Answerlist[ \t]*\n-+[ \t]*\n/m);
  const answers = list.split(/^[ \t]*[*-][ \t]+/m).slice(1);
  return { text, answers: answers.map((one) => one.trim()) };
}

const metaOf = (section: string): Map<string, string> =>
  new Map([...section.matchAll(/^(ex\w+):[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => [name, value.trim()]));

function remarksOn(meta: ReadonlyMap<string, string>): Remark[] {
  const shuffled = Number(meta.get('exshuffle'));
  return Number.isFinite(shuffled) && shuffled > 1 ? [remark('rexams.shuffle', { count: shuffled })] : [];
}

function askedIn(meta: ReadonlyMap<string, string>, answers: readonly string[], told: readonly string[]): Asked {
  const type = meta.get('extype') ?? '';
  const key = meta.get('exsolution') ?? '';
  if (type === 'schoice' || type === 'mchoice') {
    if (!/^[01]+$/.test(key) || key.length !== answers.length)
      throw new ItemRefused('rexams.key', { key: brief(key, 20), count: answers.length });
    const options = answers.map(
      (text, index): Weighted => ({
        text: prose(text),
        weight: Number(key[index]),
        feedback: wordsOf(told[index]),
      }),
    );
    const several = type === 'mchoice';
    return { form: 'options', options, several, ...(several ? { credit: 'shares' as const } : {}) };
  }
  if (type === 'string') return { form: 'words', capitals: true, texts: [{ text: key, weight: 1, feedback: null }] };
  if (type !== 'num') throw new ItemRefused('moodle.type', { type: brief(type) });
  const value = readDecimal(key);
  const wide = readDecimal(meta.get('extol') ?? '0');
  if (value === null || wide === null) throw new ItemRefused('ranges.unread', { text: brief(key) });
  return { form: 'ranges', ranges: [{ range: range(value, wide), weight: 1, feedback: null }], unit: null };
}

/** `True.` and `False.` say nothing that is not known. */
function wordsOf(told: string | undefined): Prose | null {
  const said = (told ?? '').replace(/^(?:True|False|Richtig|Falsch)\b[.:]?\s*/i, '');
  return said === '' ? null : prose(said);
}
