/** Questions as Moodle XML: texts as HTML, their pictures beside them, shares as Moodle knows them. */
import { type Asked, literal, type Prose } from '../foreign.ts';
import type { OutFile, Part } from '../out/file.ts';
import type { OutItem } from '../out/item.ts';
import { eachWritten, notHere, type OutLine, type Pen } from '../out/pen.ts';
import { closedRanges, nowhere, spanOf } from '../out/right.ts';
import { moodleShare, moodleWeights } from '../out/shares.ts';
import type { Remark } from '../remark.ts';
import { oneLine } from '../signs.ts';
import { escapedXml } from '../xml.ts';
import { coderunnerOf } from './write-code.ts';

export function writeMoodle(
  items: readonly (OutItem | Remark)[],
  name: string,
  pictures: ReadonlySet<string>,
): { lines: OutLine[]; files: OutFile[] } {
  const places = (id: string): string | null => (pictures.has(id) ? `@@PLUGINFILE@@/${id}.webp` : null);
  const { lines, written } = eachWritten(items, places, questionOf);
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n',
    ...written.flatMap(({ made }) => made),
    '</quiz>\n',
  ];
  return { lines, files: [{ path: `${name}.xml`, parts }] };
}

/** An element with a text of one line and nothing else. */
const element = (name: string, text: string): string => `<${name}>${escapedXml(text)}</${name}>\n`;
const line = (name: string, text: string): string => `<${name}><text>${escapedXml(text)}</text></${name}>\n`;

function questionOf(pen: Pen): Part[] {
  const { id, title, tags, prompt, explanation, hints, points, asked } = pen.item;
  const { type, parts } = answersOf(asked, pen);
  pen.leaves('solution');
  return [
    `<question type="${type}">\n`,
    line('name', oneLine(title)),
    ...proseOf('questiontext', prompt, pen),
    ...proseOf('generalfeedback', explanation, pen),
    element('defaultgrade', String(points === 0 ? 1 : points)),
    element('penalty', '0'),
    element('hidden', '0'),
    element('idnumber', id),
    ...parts,
    ...hints.flatMap((hint) => proseOf('hint', hint, pen)),
    ...(tags.length === 0 ? [] : ['<tags>\n', ...tags.map((tag) => line('tag', oneLine(tag))), '</tags>\n']),
    '</question>\n',
  ];
}

const NAMED = /@@PLUGINFILE@@\/([0-9a-f-]{36})\.webp/g;

/** A text as HTML, and the pictures that it names. */
function proseOf(name: string, prose: Prose | null, pen: Pen, inside = ''): Part[] {
  const html = pen.html(prose);
  return [`<${name} format="html"${inside}>${textOf(html)}`, ...filesOf(html), `</${name}>\n`];
}

const textOf = (html: string): string => `<text>${escapedXml(html)}</text>`;
const filesOf = (html: string): Part[] =>
  [...new Set([...html.matchAll(NAMED)].map(([, id = '']) => id))].flatMap((id): Part[] => [
    `<file name="${id}.webp" path="/" encoding="base64">`,
    { picture: id, as: 'base64' },
    '</file>',
  ]);

interface Answers {
  type: string;
  parts: Part[];
}

function answersOf(asked: Asked, pen: Pen): Answers {
  switch (asked.form) {
    case 'options':
      return optionsOf(asked, pen);
    case 'words':
      return {
        type: 'shortanswer',
        parts: [
          element('usecase', asked.capitals ? '1' : '0'),
          ...asked.texts.flatMap(({ text, weight, feedback }) => answerOf(weight, literal(text), feedback, pen)),
        ],
      };
    case 'ranges':
      return numberOf(asked, pen);
    case 'sequence':
      return {
        type: 'ordering',
        parts: [
          element('layouttype', 'VERTICAL'),
          element('selecttype', 'ALL'),
          element('gradingtype', 'ABSOLUTE_POSITION'),
          ...asked.items.flatMap((item, index) => withHtml('answer', `fraction="${index + 1}"`, item, pen, [])),
        ],
      };
    case 'pairs':
      return {
        type: 'matching',
        parts: [
          element('shuffleanswers', 'true'),
          ...asked.pairs.flatMap(({ left, right }) => withHtml('subquestion', '', left, pen, [rightOf(right, pen)])),
          ...asked.distractors.flatMap((right) => [
            `<subquestion format="html"><text></text>${rightOf(right, pen)}</subquestion>\n`,
          ]),
        ],
      };
    case 'free':
      return { type: 'essay', parts: [element('responseformat', 'editor'), element('responserequired', '1')] };
    case 'code':
      return { type: 'coderunner', parts: coderunnerOf(asked) };
    case 'note':
    case 'gapped':
    case 'refused':
      return nowhere(asked);
  }
}

function withHtml(name: string, attributes: string, prose: Prose, pen: Pen, more: readonly Part[]): Part[] {
  const html = pen.htmlLine(prose);
  const head = `<${name}${attributes === '' ? '' : ` ${attributes}`} format="html">${textOf(html)}`;
  return [head, ...filesOf(html), ...more, `</${name}>\n`];
}

/** The right side of a pair is plain text there. */
const rightOf = (right: Prose, pen: Pen): string => `<answer><text>${escapedXml(pen.plainLine(right))}</text></answer>`;

function answerOf(weight: number, text: string, feedback: Prose | null, pen: Pen, more: readonly Part[] = []): Part[] {
  return [
    `<answer fraction="${moodleShare(weight, pen)}" format="moodle_auto_format"><text>${escapedXml(text)}</text>`,
    ...(feedback === null ? [] : proseOf('feedback', feedback, pen)),
    ...more,
    '</answer>\n',
  ];
}

function optionsOf(asked: Extract<Asked, { form: 'options' }>, pen: Pen): Answers {
  const weights = moodleWeights(asked, pen);
  if (weights.length === 0) return notHere('out.noPoll');
  const answers = asked.options.flatMap(({ text, feedback }, index) =>
    withHtml('answer', `fraction="${moodleShare(weights[index] ?? 0, pen)}"`, text, pen, [
      ...(feedback === null ? [] : proseOf('feedback', feedback, pen)),
    ]),
  );
  return {
    type: 'multichoice',
    parts: [
      element('single', asked.several ? 'false' : 'true'),
      element('shuffleanswers', 'true'),
      element('answernumbering', 'ABCD'),
      ...answers,
    ],
  };
}

function numberOf(asked: Extract<Asked, { form: 'ranges' }>, pen: Pen): Answers {
  const { unit } = asked;
  const answers = closedRanges(asked, pen).flatMap(({ range, weight, feedback }) => {
    const { middle, wide } = spanOf(range);
    return answerOf(weight, middle, feedback, pen, [element('tolerance', wide)]);
  });
  const named = unit === null || unit === '' ? null : unit;
  const units =
    named === null
      ? []
      : ['<units>\n<unit>\n', element('multiplier', '1'), element('unit_name', named), '</unit>\n</units>\n'];
  // with a unit it may be written or left out; none is asked for where there is none
  const shown = [
    element('unitgradingtype', '0'),
    element('unitpenalty', '0'),
    element('showunits', named === null ? '3' : '0'),
  ];
  return { type: 'numerical', parts: [...answers, ...units, ...shown] };
}
