/**
 * What students may have misunderstood who answer wrongly, and by what it shows:
 *
 *     ```yaml misconceptions
 *     - id: gradient-flipped
 *       option: B
 *     - id: sum-instead-of-mean
 *       answer: 12
 *       words: You summed over the rows. The mean is asked for.
 *     ```
 *
 * An id is one of the catalogue of the course, or of the question's owner, which has a name for it, and words; a question may have
 * words of its own. Without an id there are words alone, which the student is told and nobody counts.
 */
import type { Code } from 'mdast';
import { z } from 'zod';
import { hash } from '../judging/random.ts';
import { kindOf } from '../kinds/kinds.ts';
import {
  MOST_SIGNS,
  misconceptionId,
  nameOf,
  type ShownMisconception,
  SIGNS,
  type Sign,
  type SignName,
  signFields,
  type WrongWords,
} from '../misconceptions/sign.ts';
import type { Question } from '../question.ts';
import { parseMarkdown } from './markdown.ts';
import { spotOf } from './problems.ts';
import type { QuestionShop } from './question-shop.ts';
import { contentSpot, type Path, readMap, readYaml, type Yaml } from './yaml-block.ts';

const ENTRY = /^[1-8](?:,[1-8])?$/;

/** What a block says: misconceptions, and words alone. */
type Told = { misconception?: ShownMisconception; alone?: WrongWords };

/** A number is as good as a text where somebody types an answer. */
const written = z.strictObject({
  id: z.union([misconceptionId, z.null(), z.literal('')]).optional(),
  ...signFields,
  answer: z.union([signFields.answer, z.number()]),
  entry: z
    .union([
      z
        .string()
        .transform((text) => text.replaceAll(' ', ''))
        .pipe(z.string().regex(ENTRY)),
      z.number().int().min(1).max(8).transform(String),
      z
        .array(z.number().int().min(1).max(8))
        .length(2)
        .transform((both) => both.join(',')),
    ])
    .optional(),
  words: z.string().min(1).max(1_000).optional(),
});

/** Reads the block, once the question is read that it speaks of; problems are told at its lines. */
export function readMisconceptions(
  question: Question,
  fence: Code | undefined,
  shop: QuestionShop,
): { misconceptions: ShownMisconception[]; wrongWords: WrongWords[] } {
  const read = readRows(question, fence, shop);
  return {
    misconceptions: read.flatMap(({ misconception }) => misconception ?? []),
    wrongWords: read.flatMap(({ alone }) => alone ?? []),
  };
}

function readRows(question: Question, fence: Code | undefined, shop: QuestionShop): Told[] {
  if (fence === undefined) return [];
  const { problems } = shop;
  const yaml = readYaml(fence.value, contentSpot(fence), problems);
  if (yaml === null) return [];
  if (!Array.isArray(yaml.value) || yaml.value.length === 0) {
    problems.add(spotOf(fence), 'misconception.list');
    return [];
  }
  if (yaml.value.length > MOST_SIGNS) problems.add(spotOf(fence), 'misconception.many', { most: MOST_SIGNS });
  return yaml.value.flatMap((_one, index) => readOne(question, yaml, [index], shop) ?? []);
}

function readOne(question: Question, yaml: Yaml, path: Path, shop: QuestionShop): Told | null {
  const { problems, renderer, known } = shop;
  const empty = emptyIn(yaml.value, Number(path[0]));
  if (empty !== null) {
    problems.add(yaml.spot([...path, empty]), 'misconception.empty');
    return null;
  }
  const read = readMap(written, yaml, path, problems);
  if (read === null) return null;
  const { id, words, answer, ...others } = read;
  const given: Sign = { ...others, ...(answer === undefined ? {} : { answer: String(answer) }) };
  const isNamed = typeof id === 'string' && id !== '';
  if (!isNamed && words === undefined) {
    problems.add(yaml.spot([...path, 'id']), 'misconception.choose');
    return null;
  }
  if (isNamed && known !== undefined && words === undefined && !known.includes(id))
    problems.add(yaml.spot([...path, 'id']), 'misconception.unknown', { id });
  const { misread } = kindOf(question);
  const name = nameOf(given);
  if (name === null || !misread.by.includes(name)) {
    const code = misread.by.length === 0 ? 'misconception.notHere' : 'misconception.sign';
    problems.add(yaml.spot(name === null ? path : [...path, name]), code, { known: misread.by.join(', ') });
    return null;
  }
  if (given.part !== undefined && name !== 'answer')
    problems.add(yaml.spot([...path, 'part']), 'misconception.partAlone');
  if (given.entry !== undefined && (name !== 'answer' || misread.entries !== true))
    problems.add(yaml.spot([...path, 'entry']), 'misconception.entryAlone');
  const wrong = wrongSign(question, given, name);
  if (wrong !== null) problems.add(yaml.spot([...path, name]), wrong.code, wrong.params);
  const html = words === undefined ? null : renderer.blocks(parseMarkdown(words).children);
  if (!isNamed) {
    const told = html ?? '';
    return { alone: { code: hash(`${JSON.stringify(given)} ${told}`).toString(36), sign: given, html: told } };
  }
  const isSaid = html === null && misread.said?.(question, given) === true;
  return { misconception: { id, sign: given, html, ...(isSaid ? { said: true as const } : {}) } };
}

/** What a row still lacks that a form has begun: what it shows by; null: nothing. */
function emptyIn(rows: unknown, index: number): string | null {
  const row: unknown = Array.isArray(rows) ? rows[index] : null;
  if (typeof row !== 'object' || row === null) return null;
  return SIGNS.find((name) => name in row && ['', null].includes(Reflect.get(row, name))) ?? null;
}

function wrongSign(question: Question, given: Sign, name: SignName): { code: string; params?: Params } | null {
  const { misread } = kindOf(question);
  if (name === 'slip') {
    const { slip = '' } = given;
    return misread.slips.includes(slip)
      ? null
      : { code: 'misconception.slip', params: { slip, known: misread.slips.join(', ') } };
  }
  return misread.wrong?.(question, given) ?? null;
}

type Params = Record<string, string | number>;
