/** MathLive, set up: no sounds, no fonts of its own (the page has KaTeX's), short cuts for what lessons use. */
import { MathfieldElement } from 'mathlive';
import { readExpression } from '../../../../domain/maths/read.ts';

// the page's KaTeX style sheet declares the very same fonts
MathfieldElement.fontsDirectory = null;
MathfieldElement.soundsDirectory = null;
MathfieldElement.plonkSound = null;
MathfieldElement.keypressSound = null;

/** A field with a first value; `onChange` gets LaTeX. */
export function createField(value: string, onChange: (latex: string) => void): MathfieldElement {
  const field = new MathfieldElement();
  field.value = value;
  field.smartFence = true;
  field.smartSuperscript = true;
  field.mathVirtualKeyboardPolicy = 'auto';
  field.addEventListener('input', () => onChange(field.value));
  return field;
}

/** LaTeX as it is; plain text as it is read; what cannot be read as it was typed. */
export async function shownAs(value: string, variables: readonly string[]): Promise<string> {
  if (value.trim() === '' || /[\\{}]/.test(value)) return value;
  const reading = readExpression(value, { variables });
  return reading.ok ? reading.tex : value;
}
