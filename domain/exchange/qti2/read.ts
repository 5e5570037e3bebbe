/** QTI 2.1, 2.2 and 3: an item a file. */
import {
  type Asked,
  type ForeignFile,
  type ForeignItem,
  GAP,
  gapMark,
  type Prose,
  type ResultWords,
} from '../foreign.ts';
import { ItemRefused, type Remark, remark } from '../remark.ts';
import { all, first, htmlIn, textIn, within, type Xml, type XmlFile } from '../xml.ts';
import { askedBy, isInline } from './asked.ts';
import { withOldNames } from './names.ts';
import { hasOwnRules, responsesOf } from './responses.ts';
import { FOR_ALL } from './write.ts';

export const isQti2Item = (root: Xml): boolean => /^(?:assessmentItem|qti-assessment-item)$/.test(root.name);
export const isQti2Test = (root: Xml): boolean => /^(?:assessmentTest|qti-assessment-test)$/.test(root.name);

/** The files of items that a test names, in its order. */
export const itemsOfTest = (root: Xml): string[] =>
  within(withOldNames(root), 'assessmentItemRef').map(({ attributes }) => attributes.href ?? '');

type Pictures = (address: string) => Uint8Array | null;

/** @param file names the entry of a package in which it stands */
export function readQti2({ root, remarks }: XmlFile, picture: Pictures = () => null, file?: string): ForeignFile {
  return { format: 'qti-2', title: null, items: [itemOf(withOldNames(root), picture, file)], remarks };
}

function itemOf(item: Xml, picture: Pictures, file: string | undefined): ForeignItem {
  const body = first(item, 'itemBody');
  const prose = (node: Xml): Prose => ({ as: 'html', text: htmlIn(node, pictureOf), picture });
  const points = pointsOf(item);
  const common = {
    at: { unit: 'line' as const, number: item.line, ...(file === undefined ? {} : { file }) },
    title: item.attributes.title ?? '',
    // ours says so; of others it depends on what was answered
    feedback: all(item, 'modalFeedback')
      .filter(({ attributes }) => attributes.identifier === FOR_ALL)
      .map(prose),
    byResult: all(item, 'modalFeedback').flatMap((one) => {
      const sign = signOf(one);
      return sign === null ? [] : [{ sign, words: prose(one) }];
    }),
    hints: [],
    ...(points === null ? {} : { points }),
  };
  const plainBody = body === undefined ? { as: 'html' as const, text: '' } : prose(body);
  try {
    if (item.attributes.adaptive === 'true') throw new ItemRefused('qti.adaptive');
    if (within(item, /^template(?:Declaration|Processing)$/).length > 0) throw new ItemRefused('qti.templates');
    if (within(item, 'customInteraction').length > 0) throw new ItemRefused('qti.interaction', { name: 'custom' });
    const interactions = within(body, /Interaction$/).filter(({ name }) => name !== 'endAttemptInteraction');
    const responses = responsesOf(item);
    const places: Xml[] = [];
    const prompt: Prose =
      body === undefined ? plainBody : { as: 'html', text: htmlIn(body, (child) => shown(child, places)), picture };
    const asked = askedBy(interactions, places, { item, responses, prose });
    // a field by itself is no place in the text
    if (asked.form === 'words' || asked.form === 'ranges') prompt.text = prompt.text.replace(ALONE, '');
    return { ...common, prompt, asked, remarks: remarksOn(item, asked) };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...common, prompt: plainBody, asked: { form: 'refused', reason: error.remark }, remarks: [] };
  }
}

const ALONE = new RegExp(`<p>\\s*${GAP.source}\\s*</p>`, 'g');

/** Of an interaction its prompt stays in the text, or its place; what is picked there is no part of it. */
function shown(child: Xml, places: Xml[]): string | null {
  const inner = (node: Xml): string => htmlIn(node, (one) => shown(one, places));
  if (isInline(child) || child.name === 'gap') return gapMark(places.push(child));
  if (child.name === 'gapMatchInteraction')
    return inner({
      ...child,
      children: child.children.filter((one) => typeof one === 'string' || !/^gap(?:Text|Img)$/.test(one.name)),
    });
  if (child.name.endsWith('Interaction'))
    return all(child, 'prompt')
      .map((one) => `<p>${inner(one)}</p>`)
      .join('');
  if (child.name === 'prompt') return `<p>${inner(child)}</p>`;
  if (/^(?:rubricBlock|stylesheet|feedbackBlock|feedbackInline|templateBlock)$/.test(child.name)) return '';
  return pictureOf(child);
}

const pictureOf = (node: Xml): string | null =>
  node.name === 'object' && /^image\//.test(node.attributes.type ?? 'image/')
    ? `<img src="${(node.attributes.data ?? '').replace(/["<>]/g, '')}" alt="${textIn(node).replace(/["<>]/g, '').trim()}">`
    : null;

function pointsOf(item: Xml): number | null {
  const outcomes = all(item, 'outcomeDeclaration');
  const named = (name: string): Xml | undefined => outcomes.find(({ attributes }) => attributes.identifier === name);
  const said =
    textIn(first(named('MAXSCORE'), 'defaultValue')).trim() || (named('SCORE')?.attributes.normalMaximum ?? '');
  const points = Number(said);
  return said !== '' && Number.isFinite(points) && points > 0 ? points : null;
}

/** For whom words are, by the names that most programs write; null: rules of the item say so. */
function signOf({ name, attributes: { identifier = '' } }: Xml): ResultWords['sign'] | null {
  if (name !== 'modalFeedback') return null;
  if (/^(?:general_?)?(?:incorrect|wrong)(?:_?(?:fb|feedback))?$/i.test(identifier)) return '✗';
  if (/^partial(?:ly)?_?(?:correct)?(?:_?(?:fb|feedback))?$/i.test(identifier)) return '◐';
  return /^(?:general_?)?correct(?:_?(?:fb|feedback))?$/i.test(identifier) ? '✓' : null;
}

function remarksOn(item: Xml, asked: Asked): Remark[] {
  const known = asked.form === 'ranges' ? asked.ranges : asked.form === 'words' ? asked.texts : [];
  const taken = new Set(known.flatMap(({ feedback }) => (feedback === null ? [] : [feedback.text])));
  const told = within(item, /^(?:modalFeedback|feedbackBlock)$/).filter(
    (one) =>
      textIn(one).trim() !== '' &&
      one.attributes.identifier !== FOR_ALL &&
      signOf(one) === null &&
      !taken.has(htmlIn(one, pictureOf)),
  ).length;
  return [
    ...(told > 0 ? [remark('feedback.left', { count: told })] : []),
    ...(within(item, 'rubricBlock').length > 0 ? [remark('qti.rubric')] : []),
    ...(hasOwnRules(item) ? [remark('qti.ownRules')] : []),
  ];
}
