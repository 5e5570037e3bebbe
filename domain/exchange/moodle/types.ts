/** What each type of a Moodle question asks. */
import { range, readDecimal } from '../decimal.ts';
import { type Asked, type Gap, gapMark, type Prose, type Weighted, type WeightedRange } from '../foreign.ts';
import { Notes } from '../prose/notes.ts';
import { words } from '../prose/write.ts';
import { brief, ItemRefused, type Remark, remark } from '../remark.ts';
import { shareOf } from '../weights.ts';
import { all, first, textIn, within, type Xml } from '../xml.ts';
import { readCloze } from './cloze.ts';
import { readCodeRunner } from './coderunner.ts';
import { proseIn, saidIn, wordsIn } from './text.ts';

export interface ReadType {
  asked: Asked;
  /** where the prompt is another than the question's text */
  prompt?: Prose;
  remarks?: readonly Remark[];
}
type Reader = (question: Xml, prompt: Prose) => ReadType;

const refused = (code: string, params: Remark['params'] = {}): ReadType => ({
  asked: { form: 'refused', reason: remark(code, params) },
});

const READERS: Readonly<Record<string, Reader>> = {
  multichoice: readChoice,
  truefalse: (question) => ({
    asked: {
      form: 'options',
      several: false,
      options: optionsOf(question).map((one) => ({ ...one, text: { as: 'plain', text: capital(one.text.text) } })),
    },
  }),
  shortanswer: (question) => ({
    asked: {
      form: 'words',
      capitals: saidIn(first(question, 'usecase')) === '1',
      texts: all(question, 'answer').map((answer) => ({
        text: saidIn(answer),
        weight: shareOf(answer.attributes.fraction ?? '0'),
        feedback: wordsIn(first(answer, 'feedback')),
      })),
    },
  }),
  numerical: readNumber,
  matching: readPairs,
  essay: readEssay,
  cloze: (_question, prompt) => clozeIn(prompt),
  multianswer: (_question, prompt) => clozeIn(prompt),
  ddwtos: readSelected,
  gapselect: readSelected,
  ordering: readOrder,
  coderunner: readCodeRunner,
  description: () => ({ asked: { form: 'note' } }),
  stack: (question) =>
    refused(
      /\brand\w*\s*\(/.test(textIn(first(question, 'questionvariables'))) ? 'moodle.stackRandom' : 'moodle.stack',
    ),
  calculated: () => refused('moodle.calculated'),
  calculatedmulti: () => refused('moodle.calculated'),
  calculatedsimple: () => refused('moodle.calculated'),
  random: () => refused('moodle.random'),
};

export function readType(question: Xml, prompt: Prose): ReadType {
  const type = question.attributes.type?.trim() ?? '';
  if (type === '') throw new ItemRefused('moodle.noType');
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (reader === undefined) throw new ItemRefused('moodle.type', { type: brief(type) });
  return reader(question, prompt);
}

const isYes = (text: string): boolean => /^(?:1|true|yes)$/i.test(text);
const capital = (text: string): string => (text === 'true' ? 'True' : text === 'false' ? 'False' : text);

function optionsOf(question: Xml): Weighted[] {
  return all(question, 'answer').map((answer) => ({
    text: proseIn(answer),
    weight: shareOf(answer.attributes.fraction ?? '0'),
    feedback: wordsIn(first(answer, 'feedback')),
  }));
}

function readChoice(question: Xml): ReadType {
  const options = optionsOf(question);
  const single = first(question, 'single');
  const full = options.filter(({ weight }) => weight === 1);
  // where a file made by hand does not say it, several that are wholly right are to be picked together
  if (single === undefined && full.length > 1) {
    const shared = options.map((one) => ({
      ...one,
      weight: one.weight === 1 ? 1 / full.length : Math.min(0, one.weight),
    }));
    return {
      asked: { form: 'options', options: shared, several: true },
      remarks: [remark('moodle.noSingle', { count: full.length })],
    };
  }
  return { asked: { form: 'options', options, several: single !== undefined && !isYes(saidIn(single)) } };
}

function readNumber(question: Xml): ReadType {
  const units = all(first(question, 'units'), 'unit').map((unit) => textIn(first(unit, 'unit_name')).trim());
  if (units.length > 1) throw new ItemRefused('moodle.units', { units: units.join(', ') });
  const beside = first(question, 'tolerance');
  const ranges = all(question, 'answer').map((answer): WeightedRange => {
    const weight = shareOf(answer.attributes.fraction ?? '0');
    const feedback = wordsIn(first(answer, 'feedback'));
    const said = words(proseIn(answer, 'plain'), new Notes());
    if (said === '*') return { range: null, weight, feedback };
    const value = readDecimal(said);
    const wide = readDecimal(textIn(first(answer, 'tolerance') ?? (weight > 0 ? beside : undefined)).trim() || '0');
    if (value === null || wide === null) throw new ItemRefused('ranges.unread', { text: brief(said) });
    return { range: range(value, wide), weight, feedback };
  });
  return { asked: { form: 'ranges', ranges, unit: units[0] ?? null } };
}

function readPairs(question: Xml): ReadType {
  const rows = all(question, 'subquestion').map((row) => ({
    left: proseIn(row),
    right: proseIn(first(row, 'answer'), 'plain'),
  }));
  const isDistractor = (left: Prose): boolean => words(left, new Notes()) === '';
  return {
    asked: {
      form: 'pairs',
      pairs: rows.filter(({ left }) => !isDistractor(left)),
      distractors: rows.flatMap(({ left, right }) => (isDistractor(left) ? [right] : [])),
    },
  };
}

function readEssay(question: Xml): ReadType {
  const named = ['graderinfo', 'responsetemplate'].filter((name) => saidIn(first(question, name)) !== '');
  return { asked: { form: 'free' }, remarks: named.map((what) => remark(`moodle.${what}`)) };
}

function clozeIn(prompt: Prose): ReadType {
  const { prompt: marked, gaps } = readCloze(prompt);
  return { prompt: marked, asked: { form: 'gapped', gaps } };
}

/** `[[2]]` is the second of all answers; those of its group are what else can be put there. */
function readSelected(question: Xml, prompt: Prose): ReadType {
  const boxes = [...all(question, 'dragbox'), ...all(question, 'selectoption')].map((box) => ({
    text: proseIn(box, 'plain'),
    group: textIn(first(box, 'group')).trim(),
  }));
  const numbers = [...prompt.text.matchAll(/\[\[(\d+)\]\]/g)].map(([, number]) => Number(number));
  const strange = numbers.find((number) => boxes[number - 1] === undefined);
  if (strange !== undefined) throw new ItemRefused('gaps.noKey', { gap: strange });
  if (numbers.length === 0) throw new ItemRefused('gaps.none');
  const gaps = numbers.map((number): Gap => {
    const right = boxes[number - 1];
    const options = boxes.filter(({ group }) => group === right?.group);
    return {
      takes: 'option',
      options: options.map(({ text }) => ({ text, weight: text === right?.text ? 1 : 0, feedback: null })),
    };
  });
  let gap = 0;
  const text = prompt.text.replace(/\[\[\d+\]\]/g, () => {
    gap += 1;
    return gapMark(gap);
  });
  return { prompt: { ...prompt, text }, asked: { form: 'gapped', gaps } };
}

/** The fraction is the place, and no weight. */
function readOrder(question: Xml): ReadType {
  const placed = all(question, 'answer').map((answer, index) => ({
    text: proseIn(answer),
    place: Number(answer.attributes.fraction ?? index + 1),
  }));
  const items = placed.toSorted((one, other) => one.place - other.place).map(({ text }) => text);
  if (new Set(placed.map(({ place }) => place)).size < placed.length) throw new ItemRefused('sequence.places');
  const some = saidIn(first(question, 'selecttype'));
  return {
    asked: { form: 'sequence', items },
    ...(some === '' || some === 'ALL' || some === '0' ? {} : { remarks: [remark('moodle.someOfOrder')] }),
  };
}

/** Whether a hand-made `<image>` stands in the question, and what of it can be had. */
export const imagesOf = (question: Xml): string[] =>
  within(question, 'image')
    .map((image) => (textIn(first(image, 'image_base64')) || textIn(image)).trim())
    .filter((one) => one !== '');
