/** MathLive, set up: no sounds, no fonts of its own (the page has KaTeX's). It runs in browsers only, so it is imported late. */
import type { MathfieldElement } from 'mathlive';
import { readExpression } from '../../../domain/maths/read.ts';

/** MathLive itself, which is large. */
export async function mathlive(): Promise<typeof MathfieldElement> {
  const { MathfieldElement: Field } = await import('mathlive');
  // the page's KaTeX style sheet declares the very same fonts
  Field.fontsDirectory = null;
  Field.soundsDirectory = null;
  return Field;
}

/** A field with a first value; `onChange` gets LaTeX. */
export async function createField(value: string, onChange: (latex: string) => void): Promise<MathfieldElement> {
  const Field = await mathlive();
  const field = new Field();
  field.value = value;
  field.smartFence = true;
  field.smartSuperscript = true;
  // the question has keys of its own, with its variables
  field.mathVirtualKeyboardPolicy = 'manual';
  field.addEventListener('input', () => onChange(braced(field.value)));
  // its own focus takes 60 ms to arrive: what is typed meanwhile would be lost
  field.focus = (options?: FocusOptions) => focusAtOnce(field, options);
  return field;
}

/** One writes on behind what stands there; nothing of it is marked, or the next key would take all of it away. */
function focusAtOnce(field: MathfieldElement, options: FocusOptions | undefined): void {
  const listens = field.shadowRoot?.querySelector('[part=keyboard-sink]');
  if (!(listens instanceof HTMLElement)) {
    HTMLElement.prototype.focus.call(field, options);
    return;
  }
  if (!field.hasFocus()) field.position = field.lastOffset;
  listens.focus({ preventScroll: true });
  if (options?.preventScroll !== true) field.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** In LaTeX `x^10` is x to the 1, times 0; as plain text it would be x to the 10. Braces leave no doubt. */
function braced(latex: string): string {
  return latex.replace(/([\^_])([0-9a-zA-Z])/g, '$1{$2}');
}

/** LaTeX as it is; plain text as it is read; what cannot be read, or has two readings, as it was typed. */
export function shownAs(value: string, variables: readonly string[]): string {
  if (value.trim() === '' || /[\\{}]/.test(value)) return value;
  const reading = readExpression(value, { variables });
  return reading.ok && reading.asked === undefined ? reading.tex : value;
}

/** The other way round: LaTeX in plain signs, as it is read; what cannot be read, or has yet to be asked about, stays. */
export function asText(value: string, variables: readonly string[], chosen?: string): string {
  if (!/[\\{}]/.test(value) && chosen === undefined) return value;
  const reading = readExpression(value, { variables, ...(chosen === undefined ? {} : { chosen }) });
  return reading.ok && reading.asked === undefined ? reading.text : value;
}
