/** The Markdown dialect of text2qti. Code in it is never run: a file that asks for it is refused. */

import { range, readDecimal } from '../decimal.ts';
import type { Decoded } from '../decode.ts';
import type { Asked, DecimalRange, ForeignFile, ForeignItem, Prose, ResultWords, Weighted } from '../foreign.ts';
import { brief, FileRefused, ItemRefused, remark } from '../remark.ts';

const prose = (text: string): Prose => ({ as: 'markdown', text, dollars: true });

/** A numbered question, and below it a line that only this dialect has. */
export const looksLikeText2qti = (text: string): boolean =>
  /^\d+\.[ \t]+\S/m.test(text) &&
  (/^\*[a-z]\)[ \t]+\S/m.test(text) ||
    /^\[[*]\][ \t]+\S/m.test(text) ||
    /^(?:_{4,}|\^{4,})[ \t]*$/m.test(text) ||
    /^=[ \t]+[-\d[]/m.test(text));

/** What may begin a line, and what it is the beginning of. */
const STARTS: readonly (readonly [what: Start, pattern: RegExp])[] = [
  ['question', /^\d+\.[ \t]+/],
  ['right', /^\*[a-z]\)[ \t]+/],
  ['wrong', /^[a-z]\)[ \t]+/],
  ['rightOf', /^\[\*\][ \t]+/],
  ['wrongOf', /^\[ ?\][ \t]+/],
  ['text', /^\*[ \t]+/],
  ['number', /^=[ \t]+/],
  ['essay', /^_{3,}[ \t]*$/],
  ['upload', /^\^{3,}[ \t]*$/],
  ['told', /^\.\.\.[ \t]+/],
  ['onRight', /^\+[ \t]+/],
  ['onWrong', /^-[ \t]+/],
  ['solution', /^![ \t]+/],
  ['title', /^title:[ \t]*/i],
  ['points', /^points:[ \t]*/i],
  ['passage', /^text(?: title)?:[ \t]*/i],
  [
    'setting',
    /^(?:quiz (?:title|description)|shuffle answers|show correct answers|one question at a time|can't go back|feedback is solution|solutions sample groups|solutions randomize groups):[ \t]*/i,
  ],
  ['group', /^(?:GROUP|END_GROUP|pick:.*|solutions pick:.*|points per question:.*)[ \t]*$/],
];
type Start =
  | 'question'
  | 'right'
  | 'wrong'
  | 'rightOf'
  | 'wrongOf'
  | 'text'
  | 'number'
  | 'essay'
  | 'upload'
  | 'told'
  | 'onRight'
  | 'onWrong'
  | 'solution'
  | 'title'
  | 'points'
  | 'passage'
  | 'setting'
  | 'group';

interface Part {
  what: Start;
  text: string;
  line: number;
}

export function readText2qti({ text, remarks }: Decoded): ForeignFile {
  if (/^```[^\n]*\{[^}\n]*\.run\b/m.test(text)) throw new FileRefused('text2qti.run');
  const parts = partsOf(text);
  const title = parts.find(({ what, text: said }) => what === 'setting' && said !== '');
  const groups = parts.filter(({ what, text: said }) => what === 'group' && /^GROUP/.test(said)).length;
  return {
    format: 'text2qti',
    title: /^quiz title:[ \t]*(.+)$/im.exec(text)?.[1] ?? title?.text ?? null,
    items: itemsOf(parts),
    remarks: [...remarks, ...(groups > 0 ? [remark('qti.picks', { count: groups })] : [])],
  };
}

/** What begins a line goes on in the lines that are indented below it. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let inComment = false;
  text.split('\n').forEach((line, index) => {
    if (/^COMMENT[ \t]*$/.test(line)) inComment = true;
    if (inComment || /^%/.test(line)) {
      if (/^END_COMMENT[ \t]*$/.test(line)) inComment = false;
      return;
    }
    const last = parts.at(-1);
    const found = STARTS.map(([what, pattern]) => ({ what, match: pattern.exec(line) })).find(
      ({ match }) => match !== null,
    );
    if (found?.match) {
      const said = found.what === 'group' ? line.trim() : line.slice(found.match[0].length);
      parts.push({ what: found.what, text: said, line: index + 1 });
    } else if (last !== undefined) last.text += `\n${line.replace(/^(?: {1,4}|\t)/, '')}`;
  });
  return parts.map((part) => ({ ...part, text: part.text.trim() }));
}

interface Draft {
  line: number;
  title: string;
  points: number | null;
  prompt: string;
  parts: Part[];
}

function itemsOf(parts: readonly Part[]): ForeignItem[] {
  const drafts: Draft[] = [];
  let title = '';
  let points: number | null = null;
  for (const part of parts) {
    if (part.what === 'title') title = part.text;
    else if (part.what === 'points') points = Number(part.text);
    else if (part.what === 'question' || part.what === 'passage') {
      drafts.push({ line: part.line, title, points, prompt: part.text, parts: part.what === 'passage' ? [part] : [] });
      title = '';
      points = null;
    } else if (part.what !== 'setting' && part.what !== 'group') drafts.at(-1)?.parts.push(part);
  }
  return drafts.map(itemOf);
}

function itemOf({ line, title, points, prompt, parts }: Draft): ForeignItem {
  const general: Prose[] = [];
  const byResult: ResultWords[] = [];
  const answers: { part: Part; feedback: Prose | null }[] = [];
  for (const part of parts) {
    const last = answers.at(-1);
    if (part.what === 'told' && last !== undefined) last.feedback = prose(part.text);
    else if (part.what === 'told' || part.what === 'solution') general.push(prose(part.text));
    else if (part.what === 'onRight' || part.what === 'onWrong')
      byResult.push({ sign: part.what === 'onRight' ? '✓' : '✗', words: prose(part.text) });
    else answers.push({ part, feedback: null });
  }
  const common = {
    at: { unit: 'line' as const, number: line },
    title,
    prompt: prose(prompt),
    feedback: general,
    byResult,
    hints: [],
    ...(points !== null && Number.isFinite(points) && points > 0 ? { points } : {}),
    remarks: [],
  };
  try {
    return { ...common, asked: askedIn(answers) };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...common, asked: { form: 'refused', reason: error.remark } };
  }
}

function askedIn(answers: readonly { part: Part; feedback: Prose | null }[]): Asked {
  const kinds = new Set(answers.map(({ part }) => part.what));
  const only = (...allowed: Start[]): boolean => [...kinds].every((what) => allowed.includes(what));
  if (kinds.size === 0) throw new ItemRefused('text2qti.noAnswers');
  if (kinds.has('upload')) throw new ItemRefused('qti.upload');
  if (only('passage')) return { form: 'note' };
  if (only('essay')) return { form: 'free' };
  if (only('right', 'wrong') || only('rightOf', 'wrongOf')) {
    const several = kinds.has('rightOf') || kinds.has('wrongOf');
    const options = answers.map(
      ({ part, feedback }): Weighted => ({
        text: prose(part.text),
        weight: part.what.startsWith('right') ? 1 : 0,
        feedback,
      }),
    );
    return { form: 'options', options, several, ...(several ? { credit: 'shares' as const } : {}) };
  }
  if (only('text')) {
    const texts = answers.map(({ part, feedback }) => ({ text: part.text, weight: 1, feedback }));
    return { form: 'words', texts, capitals: false };
  }
  if (only('number')) {
    const ranges = answers.map(({ part, feedback }) => ({ range: rangeIn(part.text), weight: 1, feedback }));
    return { form: 'ranges', ranges, unit: null };
  }
  throw new ItemRefused('text2qti.mixed');
}

/** `3.1`, `3.1 +- 0.1`, `[3, 4]` */
function rangeIn(text: string): DecimalRange {
  const bounds = /^\[([^,;\]]+)[,;]([^\]]+)\]$/.exec(text);
  const [low, high] = [readDecimal(bounds?.[1] ?? ''), readDecimal(bounds?.[2] ?? '')];
  if (low !== null && high !== null) return { low, high, asEnds: true };
  const [value = '', tolerance = '0'] = text.split(/\+-|±/);
  const isPercent = tolerance.trim().endsWith('%');
  const [read, wide] = [readDecimal(value), readDecimal(tolerance.trim().replace(/%$/, ''))];
  if (read === null || wide === null || isPercent) throw new ItemRefused('ranges.unread', { text: brief(text) });
  return range(read, wide);
}
