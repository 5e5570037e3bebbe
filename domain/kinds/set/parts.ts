/** Pieces of the text of a set: the ends of an interval, both signs of ±, and where a list parts. */

/** A formula that something may stand beside. */
export const grouped = (text: string): string => (/^[\w.]+$/.test(text) ? text : `(${text})`);

/** An end as text; infinity with its sign. */
export function endOf(text: string): string {
  const end = text.trim();
  const infinite = /^\(?\s*([-−–+]?)\s*∞\s*\)?$/.exec(end);
  return infinite === null ? end : /[-−–]/.test(infinite[1] ?? '') ? '-∞' : '∞';
}

/** `1 ± √2` are two; `±` and `∓` go together. */
export function bothSigns(value: string): string[] {
  if (!/[±∓]/.test(value)) return [value];
  const signed = (plus: string, minus: string): string =>
    value
      .replace(/±/g, plus)
      .replace(/∓/g, minus)
      .replace(/^\s*\+\s*/, '');
  return [signed('+', '-'), signed('-', '+')];
}

/** Parts a text at what matches one sign outside of all brackets and groups. */
export function parted(text: string, at: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (/[({[]/.test(sign)) depth += 1;
    if (/[)}\]]/.test(sign)) depth -= 1;
    const flags = depth === 0 && (sign === ',' || sign === ';' || sign === '\n');
    if (!flags) continue;
    const sticky = new RegExp(at.source, 'y');
    sticky.lastIndex = i;
    if (!sticky.test(text)) continue;
    parts.push(text.slice(from, i).trim());
    from = i + 1;
  }
  return [...parts, text.slice(from).trim()];
}

/** The two ends of an interval: parted by a semicolon, else by the one comma, by the one with a blank, or by the middle one of three. */
export function intervalParts(inside: string): string[] {
  const bySemicolon = parted(inside, /[;\n]/);
  if (bySemicolon.length > 1) return bySemicolon;
  const byComma = parted(inside, /,/);
  if (byComma.length <= 2) return byComma;
  const spaced = parted(inside, /,(?!\d)|(?<!\d),/);
  if (spaced.length === 2) return spaced;
  const [a, b, c, d, ...more] = byComma;
  return d !== undefined && more.length === 0 ? [`${a},${b}`, `${c},${d}`] : byComma;
}
