/** A number, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';

export const number: AskedKind<'number'> = {
  ...USUALLY,
  kind: 'number',
  field: 'value',
  nothing: { kind: 'number', value: '' },
  hasContent: ({ value }) => value.trim() !== '',
  text: ({ value }) => value,
};
