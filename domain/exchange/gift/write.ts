/** Questions as GIFT: texts as HTML, every sign of its own with a backslash before it. */
import { type Asked, type DecimalRange, literal, type Prose } from '../foreign.ts';
import type { OutFile } from '../out/file.ts';
import type { OutItem } from '../out/item.ts';
import { eachWritten, notHere, type OutLine, type Pen } from '../out/pen.ts';
import { closedRanges, nowhere, spanOf } from '../out/right.ts';
import { moodleShare, moodleWeights } from '../out/shares.ts';
import type { Remark } from '../remark.ts';
import { oneLine } from '../signs.ts';

export function writeGift(items: readonly (OutItem | Remark)[], name: string): { lines: OutLine[]; files: OutFile[] } {
  const { lines, written } = eachWritten(items, () => null, writeItem);
  return { lines, files: [{ path: `${name}.gift`, parts: [written.map(({ made }) => made).join('\n')] }] };
}

function writeItem(pen: Pen): string {
  const { id, title, tags, prompt, explanation, asked } = pen.item;
  const answers = answersOf(asked, pen);
  const text = escaped(pen.html(prompt));
  pen.leaves('points', 'hints', 'solution', 'unit', 'capitals');
  const general = pen.html(explanation);
  const comment = [`// [id:${id}]`, ...tags.map((tag) => `[tag:${oneLine(tag).replace(/[\\\]]/g, '\\$&')}]`)].join(' ');
  const told = general === '' ? '' : `\n\t####[html]${escaped(general)}`;
  const head = `${comment}\n::${escaped(oneLine(title))}::[html]${text}`;
  return `${head}{${answers}${told}${answers === '' && told === '' ? '' : '\n'}}\n`;
}

/** A line end would end the question. */
const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r?\n/g, '\\n');

function answersOf(asked: Asked, pen: Pen): string {
  switch (asked.form) {
    case 'options':
      return optionsOf(asked, pen);
    case 'words':
      return asked.texts
        .map(({ text, weight, feedback }) => {
          const written = escaped(literal(text));
          return `\n\t=${shareOf(weight, pen)}${written}${told(feedback, pen)}`;
        })
        .join('');
    case 'ranges':
      return numbersOf(asked, pen);
    case 'pairs':
      return [
        ...asked.pairs.map(
          ({ left, right }) => `\n\t=[html]${escaped(pen.htmlLine(left))} -> ${rightSide(right, pen)}`,
        ),
        ...asked.distractors.map((right) => `\n\t= -> ${rightSide(right, pen)}`),
      ].join('');
    case 'free':
      return '';
    case 'sequence':
      return notHere('out.noSequence');
    case 'code':
      return notHere('out.noCode');
    case 'note':
    case 'gapped':
    case 'refused':
      return nowhere(asked);
  }
}

const told = (feedback: Prose | null, pen: Pen): string =>
  feedback === null ? '' : `#[html]${escaped(pen.html(feedback))}`;

function optionsOf(asked: Extract<Asked, { form: 'options' }>, pen: Pen): string {
  const weights = moodleWeights(asked, pen);
  if (weights.length === 0) return notHere('out.noPoll');
  return asked.options
    .map(({ text, feedback }, index) => {
      const weight = weights[index] ?? 0;
      const share = weight === 0 ? '' : `%${moodleShare(weight, pen)}%`;
      const mark = !asked.several && weight === 1 ? '=' : `~${share}`;
      return `\n\t${mark}[html]${escaped(pen.htmlLine(text))}${told(feedback, pen)}`;
    })
    .join('');
}

/** The right side of a pair is plain text there; an arrow would part it once more. */
function rightSide(right: Prose, pen: Pen): string {
  const text = pen.plainLine(right);
  if (text.includes('->')) pen.change('pairs.arrow');
  return escaped(text.replaceAll('->', '⟶'));
}

/** All of it where nothing is said. */
const shareOf = (weight: number, pen: Pen): string => (weight === 1 ? '' : `%${moodleShare(weight, pen)}%`);

/** One stands by itself; of several each says what it earns. */
function numbersOf(asked: Extract<Asked, { form: 'ranges' }>, pen: Pen): string {
  const known = closedRanges(asked, pen);
  const [only, second] = known;
  if (only !== undefined && second === undefined && only.feedback === null) return `#${numberOf(only.range)}`;
  return `#${known
    .map(({ range, weight, feedback }) => `\n\t=${shareOf(weight, pen)}${numberOf(range)}${told(feedback, pen)}`)
    .join('')}`;
}

function numberOf(range: DecimalRange): string {
  const { low, high, middle, wide, exact } = spanOf(range);
  if (exact) return middle;
  return range.asEnds === true ? `${low}..${high}` : `${middle}:${wide}`;
}
