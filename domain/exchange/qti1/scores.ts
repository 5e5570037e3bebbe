/** What earns points in an item of QTI 1.2: the conditions that set a score, each with what it asks for. */
import { all, first, isNode, textIn, within, type Xml } from '../xml.ts';

export interface Condition {
  /** what must be there, by question: names of options, or texts */
  wanted: readonly Wanted[];
  /** what must not be there */
  unwanted: readonly Wanted[];
  /** added to the score, or what it becomes; null: it says something, and earns nothing */
  score: number | null;
  /** names of the words that it tells */
  tells: readonly string[];
  variables: Xml | undefined;
}

interface Wanted {
  of: string;
  value: string;
  capitals: boolean;
}

/** Its conditions in the order of the file. */
export function conditionsOf(item: Xml): Condition[] {
  return within(item, 'respcondition').map((one) => {
    const variables = first(one, 'conditionvar');
    const scores = all(one, 'setvar').map((set) => ({
      value: Number(textIn(set).trim().replace(',', '.')),
      sign: /subtract/i.test(set.attributes.action ?? '') ? -1 : 1,
    }));
    const known = scores.find(({ value }) => Number.isFinite(value));
    return {
      wanted: valuesIn(variables, false),
      unwanted: valuesIn(variables, true),
      score: known === undefined ? null : known.value * known.sign,
      tells: all(one, 'displayfeedback').map(({ attributes }) => attributes.linkrefid ?? ''),
      variables,
    };
  });
}

/** Values outside of every `<not>`, or within one. */
function valuesIn(node: Xml | undefined, negated: boolean, inNot = false): Wanted[] {
  return (node?.children ?? []).filter(isNode).flatMap((child): Wanted[] => {
    if (child.name === 'not') return valuesIn(child, negated, !inNot);
    if (child.name !== 'varequal' && child.name !== 'varsubset') return valuesIn(child, negated, inNot);
    if (inNot !== negated) return [];
    const { respident = '', case: cased = '' } = child.attributes;
    return [{ of: respident, value: textIn(child).trim(), capitals: /^yes$/i.test(cased) }];
  });
}

/** What each value of one question earns, as shares of the most that can be had. */
export function weightsOf(
  conditions: readonly Condition[],
  of: string,
  values: readonly string[],
): Map<string, number> {
  const points = new Map<string, number>(values.map((value) => [value, 0]));
  for (const { wanted, score } of conditions) {
    if (score === null || score === 0) continue;
    for (const one of wanted)
      if (one.of === of && points.has(one.value)) {
        const before = points.get(one.value) ?? 0;
        points.set(one.value, score > 0 ? Math.max(before, score) : Math.min(before, score));
      }
  }
  return points;
}
