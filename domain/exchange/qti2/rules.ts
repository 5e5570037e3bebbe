/** Rules of an item of QTI 2 that say of single answers what each earns and which words it is told: `equal`, `match`, two ends. */
import { absolute, openEnds, range, readDecimal, timesPercent } from '../decimal.ts';
import type { Decimal, DecimalRange } from '../foreign.ts';
import { all, first, isNode, textIn, within, type Xml } from '../xml.ts';

/** What is asked for, and what comes of it. */
export interface Rule {
  asks: { written: string; capitals: boolean } | { range: DecimalRange };
  score: number;
  /** the name of the words that are told */
  tells: string | null;
}

const BRANCH = /^response(?:If|ElseIf)$/;

/**
 * The rules on one response, in their order; null: there are others too, or none.
 * @param correct the first of its right answers
 */
export function rulesOn(item: Xml, id: string, correct: string | undefined): Rule[] | null {
  const branches = within(first(item, 'responseProcessing'), BRANCH);
  if (branches.length === 0) return null;
  const rules: Rule[] = [];
  for (const branch of branches) {
    const [test] = branch.children.filter(isNode);
    const asks = test === undefined ? null : asksOf(test, id, correct);
    if (asks === null) return null;
    const values = all(branch, 'setOutcomeValue');
    const named = (name: string): string | undefined => {
      const set = values.find(({ attributes }) => attributes.identifier === name);
      return set === undefined ? undefined : textIn(set).trim();
    };
    const score = Number(named('SCORE') ?? '0');
    if (!Number.isFinite(score)) return null;
    rules.push(...asks.map((one) => ({ asks: one, score, tells: named('FEEDBACK') ?? null })));
  }
  return rules;
}

/** null: it asks for something else. */
function asksOf(test: Xml, id: string, correct: string | undefined): Rule['asks'][] | null {
  const inner = test.children.filter(isNode);
  if (test.name === 'and') return betweenOf(inner, id);
  if (test.name === 'equal') return aroundOf(test, inner, id, correct);
  if (test.name === 'or') {
    const each = inner.map((one) => asksOf(one, id, correct));
    return each.some((one) => one === null) ? null : each.flatMap((one) => one ?? []);
  }
  const written = /^(?:m|stringM)atch$/.test(test.name) ? valueIn(inner, id, correct) : null;
  return written === null ? null : [{ written, capitals: test.attributes.caseSensitive !== 'false' }];
}

/** What the response is compared with; null: it is another one, or no value. */
function valueIn(inner: readonly Xml[], id: string, correct: string | undefined): string | null {
  const [variable, other] = inner;
  if (variable?.name !== 'variable' || variable.attributes.identifier !== id || other === undefined) return null;
  if (other.name === 'correct') return other.attributes.identifier === id ? (correct ?? null) : null;
  return other.name === 'baseValue' ? textIn(other).trim() : null;
}

function aroundOf(test: Xml, inner: readonly Xml[], id: string, correct: string | undefined): Rule['asks'][] | null {
  const value = readDecimal(valueIn(inner, id, correct) ?? '');
  const [written = '0'] = (test.attributes.tolerance ?? '0').trim().split(/\s+/);
  const tolerance = readDecimal(written);
  if (value === null || tolerance === null) return null;
  const mode = test.attributes.toleranceMode ?? 'exact';
  const none: Decimal = { digits: 0n, places: 0 };
  const wide = mode === 'absolute' ? tolerance : mode === 'relative' ? timesPercent(absolute(value), tolerance) : none;
  return [{ range: range(value, wide) }];
}

function betweenOf(inner: readonly Xml[], id: string): Rule['asks'][] | null {
  const end = (name: RegExp): { at: Decimal; open: boolean } | null => {
    const [only, second] = inner.filter((one) => name.test(one.name));
    if (only === undefined || second !== undefined) return null;
    const at = readDecimal(valueIn(only.children.filter(isNode), id, undefined) ?? '');
    return at === null ? null : { at, open: !only.name.endsWith('e') };
  };
  const [low, high] = [end(/^gte?$/), end(/^lte?$/)];
  if (low === null || high === null || inner.length !== 2) return null;
  return [{ range: { low: low.at, high: high.at, ...openEnds(low.open, high.open), asEnds: true } }];
}
