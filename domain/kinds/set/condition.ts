/**
 * One condition, or values: `1 ≤ x < 3`, `|x − 2| > 1`, `x = ±2`, `2, 3`. What it says is a set whose ends are texts.
 */
import type { AsksFor } from './document.ts';
import { bothSigns, endOf, grouped, parted } from './parts.ts';
import { LONGEST } from './signs.ts';
import type { SetTree, Style } from './tree.ts';
import { Unfit } from './unfit.ts';

export interface SetAsked {
  asks: AsksFor;
  variable: string;
  variables: readonly string[];
}

/** Most pieces of one set. */
export const MOST_PIECES = 24;

type Relation = '<' | '≤' | '>' | '≥' | '=' | '≠';
export const RELATION = /[<≤>≥=≠]/;
const FLIPPED: Readonly<Record<Relation, Relation>> = { '<': '>', '≤': '≥', '>': '<', '≥': '≤', '=': '=', '≠': '≠' };

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What lies between two ends, as they were typed. */
export function intervalOf(
  left: string,
  right: string,
  closedFrom: boolean,
  closedTo: boolean,
  style: Style,
): SetTree<string> {
  const [from, to] = [endOf(left), endOf(right)];
  if (from === '∞' || to === '-∞') throw new Unfit('Ends', {});
  if ((from === '-∞' && closedFrom) || (to === '∞' && closedTo)) throw new Unfit('Infinite', {});
  if (from === '' || to === '') throw new Unfit('Ends', {});
  return {
    is: 'interval',
    style,
    from: from === '-∞' ? null : from,
    to: to === '∞' ? null : to,
    closed: { from: closedFrom && from !== '-∞', to: closedTo && to !== '∞' },
  };
}

/** Reads conditions about one variable. */
export class Conditions {
  /** the variable, as it may stand: `x`, `x_1`, `x₂`; a part of a regular expression */
  readonly variable: string;
  readonly #asked: SetAsked;
  readonly #commasPart: boolean;
  /** the sign that stands before what is read, for who has to look there */
  readonly #before: () => string;

  /** @param commasPart whether a comma between two digits parts two values */
  constructor(asked: SetAsked, commasPart: boolean, before: () => string) {
    this.#asked = asked;
    this.#commasPart = commasPart;
    this.#before = before;
    this.variable = `${escaped(asked.variable)}(?:_?\\{?[0-9]{1,2}\\}?|[₀-₉])?`;
  }

  /** What says something about the variable, or a value alone. */
  condition(text: string): SetTree<string> {
    const parts = text.split(/([<≤>≥=≠])/).map((part) => part.trim());
    if (parts.length === 1) return this.points(this.values(text), false);
    if (parts.some((part) => part === '')) throw new Unfit('Operand', { sign: parts[1] ?? '' });
    if (parts.length === 3) return this.#simple(parts[0] ?? '', parts[1] as Relation, parts[2] ?? '');
    if (parts.length !== 5) throw new Unfit('Chain', { variable: this.#asked.variable });
    const [left = '', one, middle = '', other, right = ''] = parts as [string, Relation, string, Relation, string];
    const rising = /[<≤]/.test(one) && /[<≤]/.test(other);
    const falling = /[>≥]/.test(one) && /[>≥]/.test(other);
    if (!rising && !falling) throw new Unfit('Chain', { variable: this.#asked.variable });
    if (!this.#isVariable(middle))
      return { is: 'and', of: [this.#simple(left, one, middle), this.#simple(middle, other, right)] };
    this.#refuseValues();
    const [low, high] = rising ? [left, right] : [right, left];
    const [first, second] = rising ? [one, other] : [other, one];
    const closed = (relation: Relation): boolean => relation === '≤' || relation === '≥';
    const lowEnd = endOf(low);
    const highEnd = endOf(high);
    if (lowEnd === '∞' || highEnd === '-∞') throw new Unfit('Ends', {});
    return intervalOf(low, high, closed(first) && lowEnd !== '-∞', closed(second) && highEnd !== '∞', 'line');
  }

  /** Values with something between them. */
  values(inside: string): string[] {
    const bySemicolon = parted(inside, /[;\n]/);
    if (bySemicolon.length > 1) return bySemicolon;
    return parted(inside, this.#commasPart ? /,/ : /,(?!\d)|(?<!\d),/).filter(
      (part, i, all) => part !== '' || i < all.length - 1,
    );
  }

  points(values: readonly string[], line: boolean): SetTree<string> {
    const variable = new RegExp(`^${this.variable}\\s*=\\s*`);
    const ends = values.flatMap((value) => bothSigns(value.trim().replace(variable, '')));
    if (ends.includes('')) throw new Unfit('Operand', { sign: this.#before() });
    if (ends.some((end) => /∞/.test(end))) throw new Unfit('Infinite', {});
    if (ends.length > MOST_PIECES) throw new Unfit('Long', { most: LONGEST });
    return { is: 'points', line, ends };
  }

  #isVariable(text: string): boolean {
    return new RegExp(`^\\(?\\s*${this.variable}\\s*\\)?$`).test(text);
  }

  #simple(left: string, relation: Relation, right: string): SetTree<string> {
    if (this.#isVariable(left)) return this.#bound(relation, right);
    if (this.#isVariable(right)) return this.#bound(FLIPPED[relation], left);
    const distance = this.#distance(left);
    if (distance !== null) return this.#within(distance, relation, right);
    const other = this.#distance(right);
    if (other !== null) return this.#within(other, FLIPPED[relation], left);
    throw new Unfit('Unsolved', { variable: this.#asked.variable });
  }

  /** `x ≥ 2` */
  #bound(relation: Relation, value: string): SetTree<string> {
    if (relation === '=') {
      if (value === 'ℝ') return { is: 'all' };
      return this.points(this.values(value), true);
    }
    this.#refuseValues();
    if (relation === '≠') return { is: 'not', of: this.points(this.values(value), true) };
    const end = endOf(value);
    const up = relation === '>' || relation === '≥';
    const closed = relation === '≥' || relation === '≤';
    if ((up && end === '-∞') || (!up && end === '∞')) return { is: 'all' };
    if (/∞/.test(end)) throw new Unfit('Ends', {});
    if (/±|∓/.test(end)) throw new Unfit('Sides', {});
    return {
      is: 'interval',
      style: 'line',
      from: up ? end : null,
      to: up ? null : end,
      closed: { from: up && closed, to: !up && closed },
    };
  }

  /** From where `|x − 3|` is a distance; null: it is none. */
  #distance(text: string): string | null {
    const inside = /^\|(.*)\|$|^abs\s*\(?(.*?)\)?$/s.exec(text);
    const found = (inside?.[1] ?? inside?.[2])?.trim();
    if (found === undefined) return null;
    if (this.#isVariable(found)) return '0';
    const after = new RegExp(`^${this.variable}\\s*([-+−–])\\s*(.+)$`, 's').exec(found);
    if (after !== null && !new RegExp(`(?<![A-Za-z])${this.variable}(?![A-Za-z])`).test(after[2] ?? ''))
      return after[1] === '+' ? `-(${after[2]})` : (after[2] ?? null);
    const before = new RegExp(`^(.+?)\\s*([-+−–])\\s*${this.variable}$`, 's').exec(found);
    if (before === null || new RegExp(this.variable).test(before[1] ?? '')) return null;
    return before[2] === '+' ? `-(${before[1]})` : (before[1] ?? null);
  }

  #within(middle: string, relation: Relation, radius: string): SetTree<string> {
    const plain = /^\d+$/.test(radius) ? radius : `(${radius})`;
    const [low, high] =
      middle === '0' ? [`-${plain}`, radius] : [`${grouped(middle)}-${plain}`, `${grouped(middle)}+${plain}`];
    if (relation === '=') return { is: 'points', line: true, ends: [low, high] };
    this.#refuseValues();
    if (relation === '≠') return { is: 'not', of: { is: 'points', line: true, ends: [low, high] } };
    const closed = relation === '≤' || relation === '≥';
    if (relation === '<' || relation === '≤')
      return { is: 'interval', style: 'bars', from: low, to: high, closed: { from: closed, to: closed } };
    return {
      is: 'or',
      of: [
        { is: 'interval', style: 'bars', from: null, to: low, closed: { from: false, to: closed } },
        { is: 'interval', style: 'bars', from: high, to: null, closed: { from: closed, to: false } },
      ],
    };
  }

  #refuseValues(): void {
    if (this.#asked.asks === 'values') throw new Unfit('Values', {});
  }
}
