/** Code with gaps, as everybody knows it. */

import { type AskedKind, USUALLY } from '../asked-kind.ts';
import { anyFilled, namedTexts } from '../common/named-texts.ts';

export const blanks: AskedKind<'blanks'> = {
  ...USUALLY,
  kind: 'blanks',
  field: 'gaps',
  needsPool: true,
  runsCode: true,
  nothing: { kind: 'blanks', gaps: {} },
  hasContent: ({ gaps }) => anyFilled(gaps),
  text: ({ gaps }) => namedTexts(gaps),
  namesIn: ({ template }) => template.flatMap((piece) => ('gap' in piece ? [piece.gap] : [])),
  namesOf: ({ gaps }) => Object.keys(gaps),
};
