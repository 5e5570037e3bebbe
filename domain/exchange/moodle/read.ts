/** Moodle XML: the full export of a question bank. */
import type { ForeignFile, ForeignItem, Prose, ResultWords } from '../foreign.ts';
import { ownId } from '../own-id.ts';
import { ItemRefused } from '../remark.ts';
import { readTags, tagsOfCategory } from '../tags.ts';
import { all, first, textIn, type Xml, type XmlFile } from '../xml.ts';
import { proseIn, saidIn, wordsIn } from './text.ts';
import { imagesOf, readType } from './types.ts';

/** A `<quiz>` of Canvas tells about a quiz, and has no questions. */
export const isMoodle = (root: Xml): boolean => root.name === 'quiz' && all(root, 'question').length > 0;

export function readMoodle({ root, remarks }: XmlFile): ForeignFile {
  let folder: string[] = [];
  const items = all(root, 'question').flatMap((question): ForeignItem[] => {
    if (question.attributes.type !== 'category') return [itemOf(question, folder)];
    folder = tagsOfCategory(saidIn(first(question, 'category')));
    return [];
  });
  return { format: 'moodle-xml', title: null, items, remarks };
}

function itemOf(question: Xml, folder: readonly string[]): ForeignItem {
  const prompt = withImages(proseIn(first(question, 'questiontext')), imagesOf(question));
  const general = wordsIn(first(question, 'generalfeedback'));
  const grade = Number(textIn(first(question, 'defaultgrade')).trim() || '1');
  const item = {
    at: { unit: 'line' as const, number: question.line },
    // a name that is made from the text of a cloze question has its answers in it
    title: saidIn(first(question, 'name')).replace(/\{\d*:[A-Z_]+:[^}]*\}?/g, '____'),
    prompt,
    byResult: byResult(question),
    feedback: general === null ? [] : [general],
    hints: all(question, 'hint').map((hint) => proseIn(hint)),
    id: ownId(saidIn(first(question, 'idnumber'))),
    tags: readTags([...folder, ...all(first(question, 'tags'), 'tag').map(saidIn)]),
    ...(Number.isFinite(grade) && grade > 0 ? { points: grade } : {}),
  };
  try {
    const { asked, prompt: other, remarks = [] } = readType(question, prompt);
    return { ...item, asked, prompt: other ?? prompt, remarks };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...item, asked: { form: 'refused', reason: error.remark }, remarks: [] };
  }
}

/** Files made by hand have a picture beside the text. */
function withImages(prompt: Prose, images: readonly string[]): Prose {
  if (images.length === 0 || (prompt.as !== 'html' && prompt.as !== 'moodle')) return prompt;
  const escaped = images.map((address) => `<p><img src="${address.replace(/[\s"<>]/g, '')}"></p>`);
  return { ...prompt, as: 'html', text: `${prompt.text}${escaped.join('')}` };
}

const BY_RESULT = [
  ['✓', 'correctfeedback'],
  ['◐', 'partiallycorrectfeedback'],
  ['✗', 'incorrectfeedback'],
] as const;

/** Words that are told only to who was right, or wrong; those that Moodle puts there by itself say nothing. */
function byResult(question: Xml): ResultWords[] {
  return BY_RESULT.flatMap(([sign, name]) => {
    const words = wordsIn(first(question, name));
    const said = (words?.text ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return words === null || /^Your answer is (?:partially )?(?:in)?correct\.?$/i.test(said) ? [] : [{ sign, words }];
  });
}
