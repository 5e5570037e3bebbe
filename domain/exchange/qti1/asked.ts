/** What an item of QTI 1.2 asks: told by how it is built, and by its type only where that leaves two readings. */
import { writeDecimal } from '../decimal.ts';
import { type Asked, type Gap, gapMark, literal, type Prose, type Weighted } from '../foreign.ts';
import { Notes } from '../prose/notes.ts';
import { words } from '../prose/write.ts';
import { ItemRefused, type Remark, remark } from '../remark.ts';
import { textIn, within, type Xml } from '../xml.ts';
import { feedbacksOf, type Pictures, proseIn } from './material.ts';
import { rangesIn } from './numbers.ts';
import { type Condition, conditionsOf, weightsOf } from './scores.ts';

export interface ReadItem {
  prompt: Prose;
  asked: Asked;
  remarks: readonly Remark[];
}

interface Shop {
  prompt: Prose;
  type: string;
  conditions: readonly Condition[];
  feedbacks: ReadonlyMap<string, Prose>;
  picture: Pictures;
}

const REFUSED: Readonly<Record<string, string>> = {
  file_upload_question: 'qti.upload',
  hot_spot_question: 'qti.hotspot',
  calculated_question: 'qti.calculated',
  formula_question: 'qti.calculated',
};

export function readItem(item: Xml, type: string, picture: Pictures): ReadItem {
  const presentation = within(item, 'presentation')[0];
  const prompt = proseIn(presentation, picture);
  const refusal = Object.hasOwn(REFUSED, type) ? REFUSED[type] : undefined;
  if (within(item, 'calculated').length > 0) throw new ItemRefused('qti.calculated');
  if (refusal !== undefined) throw new ItemRefused(refusal);
  if (within(presentation, /^(?:response_xy|render_hotspot)$/).length > 0) throw new ItemRefused('qti.hotspot');
  const shop: Shop = { prompt, type, conditions: conditionsOf(item), feedbacks: feedbacksOf(item, picture), picture };
  const responses = within(presentation, /^response_(?:lid|str|num|grp)$/);
  const [only] = responses;
  if (only === undefined) return { prompt, asked: { form: 'note' }, remarks: [] };
  const placed = responses.filter((one) => isPlaced(one, prompt));
  if (placed.length === responses.length) return readGaps(responses, shop);
  if (responses.length > 1) return readPairs(responses, shop);
  return only.name === 'response_lid' || only.name === 'response_grp' ? readOptions(only, shop) : readTyped(only, shop);
}

const FOR_ALL = /^(?:general|correct|general_incorrect)_fb$/;
const labelsOf = (response: Xml): Xml[] => within(response, 'response_label');
const identOf = (node: Xml): string => node.attributes.ident ?? '';
/** `response_colour` is the gap `[colour]`. */
const gapName = (response: Xml): string => identOf(response).replace(/^response_/, '');
const isPlaced = (response: Xml, { text }: Prose): boolean =>
  gapName(response) !== identOf(response) && text.includes(`[${gapName(response)}]`);

/** The words of what tells exactly that this was answered. */
function feedbackOn(of: string, value: string, { conditions, feedbacks }: Shop): Prose | null {
  for (const { wanted, unwanted, tells } of conditions) {
    const [one] = wanted;
    if (wanted.length !== 1 || unwanted.length > 0 || one?.of !== of || one.value !== value) continue;
    const name = tells.find((told) => !FOR_ALL.test(told) && feedbacks.has(told));
    if (name !== undefined) return feedbacks.get(name) ?? null;
  }
  return null;
}

function readOptions(response: Xml, shop: Shop): ReadItem {
  const { conditions, prompt, type, picture } = shop;
  const labels = labelsOf(response);
  const of = identOf(response);
  const cardinality = response.attributes.rcardinality ?? 'Single';
  const scored = conditions.filter(({ score }) => score !== null && score > 0);
  if (/ordered/i.test(cardinality)) return readOrder(response, shop);
  const points = weightsOf(conditions, of, labels.map(identOf));
  const several = /multiple/i.test(cardinality);
  const whole = scored.find(({ wanted, unwanted }) => wanted.length > 1 || (several && unwanted.length > 0));
  const most = several
    ? [...points.values()].reduce((sum, one) => sum + Math.max(0, one), 0)
    : Math.max(0, ...points.values());
  const options = labels.map((label): Weighted => {
    const ident = identOf(label);
    return {
      text: proseIn(label, picture),
      weight: most === 0 ? 0 : (points.get(ident) ?? 0) / most,
      feedback: feedbackOn(of, ident, shop),
    };
  });
  const poll = /survey|likert/i.test(type);
  const credit = several && whole !== undefined ? { credit: 'shares' as const } : {};
  return { prompt, asked: { form: 'options', options, several, poll, ...credit }, remarks: [] };
}

function readOrder(response: Xml, { conditions, prompt, picture }: Shop): ReadItem {
  const labels = new Map(labelsOf(response).map((label) => [identOf(label), proseIn(label, picture)]));
  const right = conditions.find(({ score, wanted }) => score !== null && score > 0 && wanted.length > 1);
  const items = right?.wanted.map(({ value }) => labels.get(value));
  if (items === undefined || items.length !== labels.size || items.includes(undefined))
    throw new ItemRefused('sequence.noKey');
  return { prompt, asked: { form: 'sequence', items: items.filter((one) => one !== undefined) }, remarks: [] };
}

function readTyped(response: Xml, shop: Shop): ReadItem {
  const { conditions, prompt, type } = shop;
  const fib = within(response, 'render_fib')[0];
  const asking = conditions.filter(
    ({ wanted, variables }) => wanted.length > 0 || within(variables, /^var(?:[gl]te?|equal)$/).length > 0,
  );
  const scored = asking.filter(({ score }) => score !== null && score > 0);
  if (scored.length === 0) return { prompt, asked: { form: 'free' }, remarks: [] };
  const most = Math.max(...scored.map(({ score }) => score ?? 0));
  const isNumber =
    type === 'numerical_question' ||
    response.name === 'response_num' ||
    /decimal|integer/i.test(fib?.attributes.fibtype ?? '') ||
    scored.some(({ variables }) => within(variables, /^var[gl]te?$/).length > 0);
  // in the order in which they earn something; what earns nothing and is told something is known to be wrong
  const known = [...scored, ...asking.filter((one) => !scored.includes(one))].map((one) => ({
    ...one,
    weight: Math.max(0, one.score ?? 0) / most,
    feedback: namedFeedback(one, shop),
  }));
  if (isNumber) {
    const ranges = known.flatMap(({ variables, weight, feedback }) =>
      rangesIn(variables).map((range) => ({ range, weight, feedback })),
    );
    const same = ({ range: { low, high, open } }: (typeof ranges)[number]): string =>
      [writeDecimal(low), writeDecimal(high), open].join(' ');
    return { prompt, asked: { form: 'ranges', ranges: merged(ranges, same), unit: null }, remarks: [] };
  }
  const texts = known.flatMap(({ wanted, weight, feedback }) =>
    wanted.map(({ value }) => ({ text: literal(value), weight, feedback })),
  );
  const capitals = scored.some(({ wanted }) => wanted.some((one) => one.capitals));
  return { prompt, asked: { form: 'words', texts: merged(texts, ({ text }) => text), capitals }, remarks: [] };
}

/** One condition may say what an answer earns, and another what is told of it. */
function merged<T extends { weight: number; feedback: Prose | null }>(
  all: readonly T[],
  same: (one: T) => string,
): T[] {
  return [...Map.groupBy(all, same).values()].flatMap((alike) => {
    const [first] = alike;
    const weight = Math.max(...alike.map((one) => one.weight));
    const feedback = alike.find((one) => one.feedback !== null)?.feedback ?? null;
    return first === undefined || (weight === 0 && feedback === null) ? [] : [{ ...first, weight, feedback }];
  });
}

/** Words that a condition tells, and that are not for everybody. */
function namedFeedback({ tells }: Condition, { feedbacks }: Shop): Prose | null {
  const name = tells.find((told) => !FOR_ALL.test(told) && feedbacks.has(told));
  return name === undefined ? null : (feedbacks.get(name) ?? null);
}

/** Rows that all have the same answers to pick from. */
function readPairs(responses: readonly Xml[], shop: Shop): ReadItem {
  const { conditions, prompt, picture } = shop;
  if (responses.some(({ name }) => name !== 'response_lid')) throw new ItemRefused('qti.severalResponses');
  const answers = new Map(responses.flatMap(labelsOf).map((label) => [identOf(label), proseIn(label, picture)]));
  const used = new Set<string>();
  const pairs = responses.map((response) => {
    const of = identOf(response);
    const points = weightsOf(conditions, of, labelsOf(response).map(identOf));
    const [ident] = [...points].filter(([, score]) => score > 0).map(([value]) => value);
    const left = proseIn(response, picture);
    if (ident !== undefined) used.add(ident);
    return { left, right: ident === undefined ? null : (answers.get(ident) ?? null) };
  });
  const whole = pairs.flatMap(({ left, right }) => (right === null ? [] : [{ left, right }]));
  const keyless = pairs.filter(({ left, right }) => right === null && words(left, new Notes()) !== '').length;
  if (keyless > 0) throw new ItemRefused('pairs.noKey', { count: keyless });
  const distractors = [...answers].flatMap(([ident, text]) => (used.has(ident) ? [] : [text]));
  return { prompt, asked: { form: 'pairs', pairs: whole, distractors }, remarks: [] };
}

function readGaps(responses: readonly Xml[], shop: Shop): ReadItem {
  const { conditions, prompt, type, picture } = shop;
  const typed = type === 'fill_in_multiple_blanks_question';
  const sorted = responses.toSorted(
    (one, other) => prompt.text.indexOf(`[${gapName(one)}]`) - prompt.text.indexOf(`[${gapName(other)}]`),
  );
  const gaps = sorted.map((response): Gap => {
    const of = identOf(response);
    const labels = labelsOf(response);
    const points = weightsOf(conditions, of, labels.map(identOf));
    const most = Math.max(0, ...points.values());
    if (typed || response.name !== 'response_lid') {
      // every spelling in the list counts, though only the first stands in the condition
      const texts = labels.map((label) => ({
        text: literal(textIn(label).trim()),
        weight: 1,
        feedback: feedbackOn(of, identOf(label), shop),
      }));
      return { takes: 'words', texts, capitals: false };
    }
    const options = labels.map((label) => {
      const score = points.get(identOf(label)) ?? 0;
      return {
        text: proseIn(label, picture),
        weight: most === 0 ? 0 : score / most,
        feedback: feedbackOn(of, identOf(label), shop),
      };
    });
    return { takes: 'option', options };
  });
  let text = prompt.text;
  sorted.forEach((response, index) => {
    text = text.replace(`[${gapName(response)}]`, gapMark(index + 1));
  });
  const unclear = type === '' && gaps.some(({ takes }) => takes === 'option');
  return {
    prompt: { ...prompt, text },
    asked: { form: 'gapped', gaps },
    remarks: unclear ? [remark('qti.listUnclear')] : [],
  };
}
