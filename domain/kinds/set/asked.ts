/** A question for a set, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';

export const set: AskedKind<'set'> = {
  ...USUALLY,
  kind: 'set',
  field: 'set',
  needsPool: true,
  nothing: { kind: 'set', set: '' },
  hasContent: ({ set }) => set.trim() !== '',
  text: ({ set }) => set,
};
