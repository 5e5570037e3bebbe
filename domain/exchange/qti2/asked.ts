/** What an item of QTI 2 asks, by its interactions. */
import { absolute, range, readDecimal, timesPercent } from '../decimal.ts';
import {
  type Asked,
  type Decimal,
  type Gap,
  literal,
  type Prose,
  plain,
  type Weighted,
  type WeightedRange,
} from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { all, textIn, within, type Xml } from '../xml.ts';
import type { Response } from './responses.ts';
import { rulesOn } from './rules.ts';

export interface Shop {
  item: Xml;
  responses: ReadonlyMap<string, Response>;
  prose(node: Xml): Prose;
}

/** Those that are a place in the text. */
export const isInline = ({ name }: Xml): boolean => /^(?:textEntry|inlineChoice)Interaction$/.test(name);

const READERS: Readonly<Record<string, (interaction: Xml, shop: Shop) => Asked>> = {
  choiceInteraction: readChoice,
  orderInteraction: readOrder,
  matchInteraction: readMatch,
  associateInteraction: readMatch,
  extendedTextInteraction: () => ({ form: 'free' }),
};

/** @param places of gaps, in the order of the text */
export function askedBy(interactions: readonly Xml[], places: readonly Xml[], shop: Shop): Asked {
  const [only, second] = interactions;
  if (only === undefined) return { form: 'note' };
  if (only.name === 'gapMatchInteraction' && second === undefined)
    return { form: 'gapped', gaps: places.map((gap) => gapOfMatch(only, gap, shop)) };
  if (interactions.every(isInline)) {
    const [first] = places;
    if (places.length === 1 && first?.name === 'textEntryInteraction') return typed(gapOf(first, shop));
    return { form: 'gapped', gaps: places.map((one) => gapOf(one, shop)) };
  }
  if (second !== undefined) throw new ItemRefused('qti.severalInteractions', { count: interactions.length });
  const reader = Object.hasOwn(READERS, only.name) ? READERS[only.name] : undefined;
  if (reader === undefined) throw new ItemRefused('qti.interaction', { name: only.name.replace(/Interaction$/, '') });
  return reader(only, shop);
}

function responseOf(interaction: Xml, { responses }: Shop): Response {
  const response = responses.get(interaction.attributes.responseIdentifier ?? '');
  if (response === undefined) throw new ItemRefused('qti.noResponse');
  return response;
}

/** A single gap that is typed into is the question itself. */
function typed(gap: Gap): Asked {
  if (gap.takes === 'words') return { form: 'words', texts: gap.texts, capitals: gap.capitals };
  if (gap.takes === 'range') return { form: 'ranges', ranges: gap.ranges, unit: null };
  return { form: 'gapped', gaps: [gap] };
}

const idOf = (node: Xml): string => node.attributes.identifier ?? '';

function readChoice(interaction: Xml, shop: Shop): Asked {
  const response = responseOf(interaction, shop);
  const several = (interaction.attributes.maxChoices ?? '1') !== '1';
  const worth = (id: string): number =>
    response.mapped === null ? Number(response.correct.includes(id)) : (response.mapped.get(id) ?? response.unmapped);
  const choices = within(interaction, 'simpleChoice');
  const positive = choices.map((choice) => Math.max(0, worth(idOf(choice))));
  const most = several ? positive.reduce((sum, one) => sum + one, 0) : Math.max(0, ...positive);
  const options = choices.map((choice): Weighted => {
    const [feedback] = all(choice, 'feedbackInline');
    const share = most === 0 ? 0 : worth(idOf(choice)) / most;
    return {
      text: shop.prose({ ...choice, children: choice.children.filter((child) => child !== feedback) }),
      weight: Math.max(-1, share),
      feedback: feedback === undefined ? null : shop.prose(feedback),
    };
  });
  const credit = several && response.mapped === null ? { credit: 'all' as const } : {};
  return { form: 'options', options, several, ...credit };
}

function readOrder(interaction: Xml, shop: Shop): Asked {
  const { correct } = responseOf(interaction, shop);
  const choices = new Map(within(interaction, 'simpleChoice').map((choice) => [idOf(choice), choice]));
  const sorted = correct.map((id) => choices.get(id)).filter((one) => one !== undefined);
  if (sorted.length === 0 || sorted.length !== choices.size) throw new ItemRefused('sequence.noKey');
  return { form: 'sequence', items: sorted.map(shop.prose) };
}

function readMatch(interaction: Xml, shop: Shop): Asked {
  const { correct, mapped } = responseOf(interaction, shop);
  const named =
    correct.length > 0 ? correct : [...(mapped ?? [])].filter(([, worth]) => worth > 0).map(([pair]) => pair);
  const [, second] = all(interaction, 'simpleMatchSet');
  const choices = new Map(
    within(interaction, 'simpleAssociableChoice').map((choice) => [idOf(choice), shop.prose(choice)]),
  );
  const used = new Set<string>();
  const pairs = named.map((pair) => {
    const [left = '', right = ''] = pair.split(/\s+/);
    used.add(right).add(left);
    return { left: choices.get(left) ?? plain(''), right: choices.get(right) ?? plain('') };
  });
  if (pairs.length === 0) throw new ItemRefused('pairs.noKey', { count: choices.size });
  const spare = (
    second === undefined ? [...choices.keys()] : within(second, 'simpleAssociableChoice').map(idOf)
  ).filter((id) => !used.has(id));
  return { form: 'pairs', pairs, distractors: spare.map((id) => choices.get(id) ?? plain('')) };
}

function gapOf(interaction: Xml, shop: Shop): Gap {
  const response = responseOf(interaction, shop);
  const { correct, mapped, capitals } = response;
  if (interaction.name === 'inlineChoiceInteraction') {
    const options = within(interaction, 'inlineChoice').map((choice) => ({
      text: shop.prose(choice),
      weight: Number(correct.includes(idOf(choice))),
      feedback: null,
    }));
    return { takes: 'option', options };
  }
  const ruled = mapped === null ? gapByRules(response, shop) : null;
  if (ruled !== null) return ruled;
  const most = Math.max(0, ...(mapped?.values() ?? []));
  const values =
    mapped === null || most === 0
      ? correct.map((text) => ({ text, weight: 1, feedback: null }))
      : [...mapped].map(([text, worth]) => ({ text, weight: worth / most, feedback: null }));
  if (values.length === 0) throw new ItemRefused('words.noKey');
  if (!isNumeric(response)) {
    const texts = values.map((one) => ({ ...one, text: literal(one.text) }));
    return { takes: 'words', texts, capitals };
  }
  const wide = toleranceOf(shop.item, response.id);
  const ranges = values.map(({ text, weight }): WeightedRange => {
    const value = readDecimal(text);
    if (value === null) throw new ItemRefused('ranges.unread', { text: brief(text) });
    return { range: range(value, wide(value)), weight, feedback: null };
  });
  return { takes: 'range', ranges };
}

const isNumeric = ({ baseType }: Response): boolean => /^(?:integer|float)$/.test(baseType);

/** Where rules say of each answer what it earns; null: they say something else. */
function gapByRules(response: Response, { item, prose }: Shop): Gap | null {
  const rules = rulesOn(item, response.id, response.correct[0]);
  const most = Math.max(0, ...(rules ?? []).map(({ score }) => score));
  if (rules === null || most === 0) return null;
  const words = new Map(all(item, 'modalFeedback').map((one) => [one.attributes.identifier ?? '', one]));
  const known = rules.map(({ asks, score, tells }) => {
    const told = tells === null ? undefined : words.get(tells);
    return { asks, weight: Math.max(0, score) / most, feedback: told === undefined ? null : prose(told) };
  });
  if (isNumeric(response)) {
    const ranges = known.map(({ asks, ...one }): WeightedRange => {
      if ('range' in asks) return { ...one, range: asks.range };
      const value = readDecimal(asks.written);
      if (value === null) throw new ItemRefused('ranges.unread', { text: brief(asks.written) });
      return { ...one, range: range(value, { digits: 0n, places: 0 }) };
    });
    return { takes: 'range', ranges };
  }
  const texts = known.flatMap(({ asks, ...one }) =>
    'written' in asks ? [{ ...one, text: literal(asks.written) }] : [],
  );
  const capitals = known.some(({ asks }) => 'written' in asks && asks.capitals);
  return texts.length < known.length ? null : { takes: 'words', texts, capitals };
}

/** `<equal toleranceMode="relative" tolerance="5">` beside the variable of this response. */
function toleranceOf(item: Xml, id: string): (value: Decimal) => Decimal {
  const none: Decimal = { digits: 0n, places: 0 };
  const equal = within(item, 'equal').find((one) =>
    within(one, 'variable').some(({ attributes }) => attributes.identifier === id),
  );
  const [written = ''] = (equal?.attributes.tolerance ?? '').trim().split(/\s+/);
  const tolerance = readDecimal(written);
  const mode = equal?.attributes.toleranceMode;
  if (tolerance === null || (mode !== 'absolute' && mode !== 'relative')) return () => none;
  return (value) => (mode === 'absolute' ? tolerance : timesPercent(absolute(value), tolerance));
}

function gapOfMatch(interaction: Xml, gap: Xml, shop: Shop): Gap {
  const { correct, mapped } = responseOf(interaction, shop);
  const pairs =
    correct.length > 0 ? correct : [...(mapped ?? [])].filter(([, worth]) => worth > 0).map(([pair]) => pair);
  const right = pairs.map((pair) => pair.split(/\s+/)).find(([, place]) => place === idOf(gap))?.[0];
  if (within(interaction, 'gapImg').length > 0) throw new ItemRefused('qti.interaction', { name: 'gapImg' });
  const options = within(interaction, 'gapText').map((text) => ({
    text: plain(textIn(text).trim()),
    weight: Number(idOf(text) === right),
    feedback: null,
  }));
  return { takes: 'option', options };
}
