/** Points as somebody types them, with a decimal point or comma. Null: none; undefined: no such number. */
export function readPoints(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  const value = /^\d{1,5}(\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
  return value <= 10_000 ? value : undefined;
}
