/** QTI 1.2, also as Canvas, Respondus and others write it. */
import type { ForeignFile, ForeignItem } from '../foreign.ts';
import { Notes } from '../prose/notes.ts';
import { words } from '../prose/write.ts';
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
  const { told, remarks: left } = generalOf(item, picture);
  const common = {
    at: { unit: 'line' as const, number: item.line, ...(file === undefined ? {} : { file }) },
    title: item.attributes.title ?? '',
    feedback: told,
    hints: [],
    ...(Number.isFinite(points) && points > 0 ? { points } : {}),
  };
  try {
    const { prompt, asked, remarks } = readItem(item, metadata.get('question_type') ?? '', picture);
    return { ...common, prompt, asked, remarks: [...remarks, ...left] };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    const prompt = proseIn(within(item, 'presentation')[0], picture);
    return { ...common, prompt, asked: { form: 'refused', reason: error.remark }, remarks: [] };
  }
}

/** General words are told to all; those for who was right, or wrong, are not. */
function generalOf(item: Xml, picture: Pictures): { told: ForeignItem['feedback']; remarks: Remark[] } {
  const feedbacks = feedbacksOf(item, picture);
  const general = feedbacks.get('general_fb');
  const named = [...feedbacks.keys()].filter((name) => /^(?:correct|general_incorrect)_fb$/.test(name));
  const byResult = named.filter((name) => {
    const prose = feedbacks.get(name);
    return prose !== undefined && words(prose, new Notes()) !== '';
  });
  return {
    told: general === undefined ? [] : [general],
    remarks: byResult.length === 0 ? [] : [remark('feedback.byResult', { count: byResult.length })],
  };
}
