/** A short text, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';

export const text: AskedKind<'text'> = {
  ...USUALLY,
  kind: 'text',
  field: 'text',
  nothing: { kind: 'text', text: '' },
  hasContent: ({ text }) => text.trim() !== '',
  text: ({ text }) => text,
};
