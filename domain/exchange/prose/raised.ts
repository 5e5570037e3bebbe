/** Raised and lowered texts, for which Markdown has nothing: by signs of Unicode where there are some, else as maths. */
const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()ni'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][index] ?? sign]),
);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()aeoxhklmnpst'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ'][index] ?? sign]),
);

/** @returns null: one of its signs has no such form */
export function shifted(text: string, where: 'sup' | 'sub'): string | null {
  const forms = where === 'sup' ? RAISED : LOWERED;
  const made = [...text.trim().replaceAll('−', '-')].map((sign) => forms[sign]);
  return made.every((sign) => sign !== undefined) ? made.join('') : null;
}
