/** A maths question, as everybody knows it. */

import { type AskedKind, USUALLY } from '../asked-kind.ts';
import { anyFilled, namedTexts } from '../common/named-texts.ts';

export const maths: AskedKind<'maths'> = {
  ...USUALLY,
  kind: 'maths',
  field: 'parts',
  needsPool: true,
  testsAreFields: true,
  nothing: { kind: 'maths', parts: {} },
  hasContent: ({ parts }) => anyFilled(parts),
  text: ({ parts }) => namedTexts(parts),
  formulas: ({ parts }) => Object.entries(parts).filter(([, text]) => text.trim() !== ''),
  namesIn: ({ parts }) => parts.map(({ id }) => id),
  namesOf: ({ parts, readings = {} }) => [...Object.keys(parts), ...Object.keys(readings)],
  label: ({ parts }, field) => parts.find(({ id }) => id === field)?.label ?? '',
};
