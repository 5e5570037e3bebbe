/** A matrix question, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';
import { matrixText, placeLabel } from './places.ts';

export const matrix: AskedKind<'matrix'> = {
  ...USUALLY,
  kind: 'matrix',
  field: 'entries',
  needsPool: true,
  testsAreFields: true,
  nothing: { kind: 'matrix', entries: [] },
  hasContent: ({ entries }) => entries.some((row) => row.some((text) => text.trim() !== '')),
  text: ({ entries }) => (entries.length === 0 ? '' : matrixText(entries)),
  label: (_, field) => placeLabel(field),
};
