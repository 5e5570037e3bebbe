/** QTI 1.2, also as Canvas, Respondus and others write it. */
import type { ForeignFile, ForeignItem, Prose } from '../foreign.ts';
import { ItemRefused, type Remark, remark } from '../remark.ts';
import { textIn, within, type Xml, type XmlFile } from '../xml.ts';
import { readItem } from './asked.ts';
import { feedbacksOf, type Pictures, proseIn } from './material.ts';

export const isQti1 = (root: Xml): boolean => root.name === 'questestinterop';

const none: Pictures = () => null;

/** @param file names the entry of a package in which it stands */
export function readQti1({ root, remarks }: XmlFile, picture: Pictures = none, file?: string): ForeignFile {
  const items = within(root, 'item').filter((item) => within(item, 'item').length === 0);
  const title = within(root, 'assessment')[0]?.attributes.title ?? null;
  return {
    format: 'qti-1.2',
    title: title === '' ? null : title,
    items: items.map((item) => itemOf(item, picture, file)),
    remarks: [...remarks, ...poolsIn(root)],
  };
}

/** What says `pick 2 of 5`, and banks that are elsewhere. */
function poolsIn(root: Xml): Remark[] {
  const picks = within(root, 'selection_number').length;
  const banks = within(root, 'sourcebank_ref').length;
  return [
    ...(picks > 0 ? [remark('qti.picks', { count: picks })] : []),
    ...(banks > 0 ? [remark('qti.banks', { count: banks })] : []),
  ];
}

function metadataOf(item: Xml): Map<string, string> {
  const fields = within(item, 'qtimetadatafield').map((field) => {
    const [label, entry] = [within(field, 'fieldlabel')[0], within(field, 'fieldentry')[0]];
    return [textIn(label).trim(), textIn(entry).trim()] as const;
  });
  // of two blocks that contradict each other the first one stands
  return new Map(fields.toReversed());
}

function itemOf(item: Xml, picture: Pictures, file: string | undefined): ForeignItem {
  const metadata = metadataOf(item);
  const points = Number(metadata.get('points_possible'));
  const feedbacks = feedbacksOf(item, picture);
  const told = (name: string): Prose[] => [feedbacks.get(name)].filter((one) => one !== undefined);
  const common = {
    at: { unit: 'line' as const, number: item.line, ...(file === undefined ? {} : { file }) },
    title: item.attributes.title ?? '',
    // general words are told to all; those for who was right, or wrong, are not
    feedback: told('general_fb'),
    byResult: [
      ...told('correct_fb').map((words) => ({ sign: '✓' as const, words })),
      ...told('general_incorrect_fb').map((words) => ({ sign: '✗' as const, words })),
    ],
    hints: [],
    ...(Number.isFinite(points) && points > 0 ? { points } : {}),
  };
  try {
    const { prompt, asked, remarks } = readItem(item, metadata.get('question_type') ?? '', picture);
    return { ...common, prompt, asked, remarks };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    const prompt = proseIn(within(item, 'presentation')[0], picture);
    return { ...common, prompt, asked: { form: 'refused', reason: error.remark }, remarks: [] };
  }
}
