/** A function to be written, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';

export const functions: AskedKind<'function'> = {
  ...USUALLY,
  kind: 'function',
  field: 'code',
  needsPool: true,
  runsCode: true,
  keepsLines: true,
  nothing: { kind: 'function', code: '' },
  starter: ({ starter }) => ({ kind: 'function', code: starter }),
  hasContent: ({ code }) => code.trim() !== '',
  text: ({ code }) => code.trim(),
};
