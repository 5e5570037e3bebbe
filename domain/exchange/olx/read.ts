/** Problems of Open edX, a file each (OLX). What is graded by code of its own is refused. */
import { absolute, openEnds, range, readDecimal, timesPercent } from '../decimal.ts';
import type { Asked, DecimalRange, ForeignFile, ForeignItem, Prose, Weighted, WeightedRange } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { all, first, htmlIn, isNode, textIn, within, type Xml, type XmlFile } from '../xml.ts';

export const isOlx = (root: Xml): boolean => root.name === 'problem' && within(root, /response$/).length > 0;

/** @param file names the entry of a course in which it stands */
export function readOlx({ root, remarks }: XmlFile): ForeignFile {
  return { format: 'olx', title: null, items: [itemOf(root)], remarks };
}

const html = (node: Xml): Prose => ({ as: 'html', text: htmlIn(node) });

const READERS: Readonly<Record<string, (response: Xml) => Asked>> = {
  multiplechoiceresponse: (response) => ({ form: 'options', several: false, options: choicesOf(response) }),
  choiceresponse: (response) => ({ form: 'options', several: true, credit: 'all', options: choicesOf(response) }),
  optionresponse: readOptions,
  stringresponse: readWords,
  numericalresponse: readNumber,
};
/** What stands beside the answers and is no part of the question. */
const APART =
  /^(?:choicegroup|checkboxgroup|optioninput|textline|formulaequationinput|responseparam|additional_answer|stringequalhint|correcthint|compoundhint|solution|demandhint)$/;

function itemOf(root: Xml): ForeignItem {
  const responses = within(root, /response$/);
  const solution = within(root, 'solution').map(html);
  const hints = within(root, 'demandhint').flatMap((one) => all(one, 'hint').map(html));
  const prompt: Prose = { as: 'html', text: promptIn(root) };
  const common = {
    at: { unit: 'line' as const, number: root.line },
    title: root.attributes.display_name ?? '',
    prompt,
    feedback: solution,
    hints,
    remarks: [],
  };
  try {
    const [only, second] = responses;
    if (within(root, 'script').length > 0) throw new ItemRefused('olx.script');
    if (only === undefined || second !== undefined) throw new ItemRefused('qti.severalResponses');
    const reader = Object.hasOwn(READERS, only.name) ? READERS[only.name] : undefined;
    if (reader === undefined) throw new ItemRefused('qti.interaction', { name: only.name.replace(/response$/, '') });
    return { ...common, asked: reader(only) };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...common, asked: { form: 'refused', reason: error.remark } };
  }
}

/** All text but that of answers; labels and descriptions are paragraphs. */
function promptIn(node: Xml): string {
  return htmlIn(node, (child) => {
    if (APART.test(child.name) || child.name === 'script') return '';
    if (/^(?:label|description)$/.test(child.name)) return `<p>${htmlIn(child)}</p>`;
    return /response$/.test(child.name) ? promptIn(child) : null;
  });
}

/** A hint in a choice is no part of its text; what is said where it was picked is. */
function choicesOf(response: Xml): Weighted[] {
  return within(response, 'choice').map((choice) => {
    const hint = all(choice, 'choicehint').find(({ attributes }) => attributes.selected !== 'false');
    const isHint = (child: Xml | string): boolean => isNode(child) && child.name === 'choicehint';
    return {
      text: html({ ...choice, children: choice.children.filter((child) => !isHint(child)) }),
      weight: /^true$/i.test(choice.attributes.correct ?? '') ? 1 : 0,
      feedback: hint === undefined ? null : html(hint),
    };
  });
}

/** `options="('a','b')"`, or options as elements. */
function readOptions(response: Xml): Asked {
  const input = first(response, 'optioninput');
  const written = all(input, 'option').map((option) => ({
    text: textIn(option).trim(),
    right: /^true$/i.test(option.attributes.correct ?? ''),
  }));
  const listed = [...(input?.attributes.options ?? '').matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(
    ([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'),
  );
  const options =
    written.length > 0 ? written : listed.map((text) => ({ text, right: text === input?.attributes.correct }));
  const weighted = options.map(
    ({ text, right }): Weighted => ({ text: { as: 'plain', text }, weight: right ? 1 : 0, feedback: null }),
  );
  return { form: 'options', several: false, options: weighted };
}

function readWords(response: Xml): Asked {
  const { answer = '', type = '' } = response.attributes;
  if (/\bregexp\b/.test(type)) throw new ItemRefused('olx.pattern', { pattern: brief(answer) });
  const more = all(response, 'additional_answer').map(({ attributes }) => attributes.answer ?? '');
  const wrong = all(response, 'stringequalhint').map((hint) => ({
    text: hint.attributes.answer ?? '',
    weight: 0,
    feedback: html(hint),
  }));
  const right = [answer, ...more].map((text) => ({ text, weight: 1, feedback: null }));
  return { form: 'words', texts: [...right, ...wrong], capitals: !/\bci\b/.test(type) };
}

function readNumber(response: Xml): Asked {
  const written = response.attributes.answer ?? '';
  const tolerance = all(response, 'responseparam').find(({ attributes }) => attributes.type === 'tolerance');
  const more = all(response, 'additional_answer').map(({ attributes }) => attributes.answer ?? '');
  const ranges = [written, ...more].map(
    (text): WeightedRange => ({
      range: rangeIn(text, tolerance?.attributes.default ?? '0'),
      weight: 1,
      feedback: null,
    }),
  );
  return { form: 'ranges', ranges, unit: null };
}

/** `600` with `5` or `0.01%` around it; or `[5, 7)`, of which 7 is none. */
function rangeIn(text: string, tolerance: string): DecimalRange {
  const [, from = '', lowest = '', highest = '', to = ''] = /^\s*([[(])([^,]+),([^,\])]+)([\])])\s*$/.exec(text) ?? [];
  const [low, high] = [readDecimal(lowest), readDecimal(highest)];
  if (low !== null && high !== null) return { low, high, ...openEnds(from === '(', to === ')'), asEnds: true };
  const value = readDecimal(text);
  const wide = readDecimal(tolerance.replace(/%\s*$/, ''));
  if (value === null || wide === null) throw new ItemRefused('ranges.unread', { text: brief(text) });
  return range(value, /%\s*$/.test(tolerance) ? timesPercent(absolute(value), wide) : wide);
}
