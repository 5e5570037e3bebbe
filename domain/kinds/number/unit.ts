/** The unit of a question, typed with the number: it says nothing, and is taken away. */

/** Equal for the same unit typed in other signs: µ and μ, m² and m^2, with blanks or without. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s^·⋅*]/g, '')
    .replace(/[−–]/g, '-');

/** The text without the unit behind it, or before it where it is a sign of money. */
export function withoutUnit(text: string, unit: string | null): string {
  const wanted = unit === null ? '' : folded(unit);
  const typed = text.trim();
  if (wanted === '') return typed;
  for (let length = 1; length < typed.length; length += 1) {
    const rest = typed.slice(0, -length);
    if (folded(typed.slice(-length)) === wanted && /[\d.\s)}\p{No}]$/u.test(rest)) return rest;
    const behind = typed.slice(length);
    if (/^\p{Sc}/u.test(wanted) && folded(typed.slice(0, length)) === wanted) return behind;
  }
  return typed;
}
