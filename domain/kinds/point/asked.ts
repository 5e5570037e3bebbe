/** A figure as an answer, as everybody knows it. */
import type { AnswerOf } from '../../answer.ts';
import type { QuestionViewOf } from '../../question.ts';
import { type AskedKind, USUALLY } from '../asked-kind.ts';

export type PutField = keyof AnswerOf<'point'>['put'];
type Asked = Pick<QuestionViewOf<'point'>, 'form' | 'from'>;

const ONE = ['x', 'y'] as const;
const TWO = ['x1', 'y1', 'x2', 'y2'] as const;
const PATH = ['path'] as const;

/** Whether two places are put: a line is known by two, and so is an arrow that may stand anywhere. */
export const hasTwo = ({ form, from }: Asked): boolean => form === 'line' || (form === 'arrow' && from === null);

/** The fields that an answer to it has. */
export function fieldsOf(question: Asked): readonly PutField[] {
  if (question.form === 'path') return PATH;
  return hasTwo(question) ? TWO : ONE;
}

/** Letters of the paths that can be chosen. */
export const pathsOf = ({ paths }: Pick<QuestionViewOf<'point'>, 'paths'>): string[] =>
  Array.from({ length: paths }, (_, index) => String.fromCharCode(65 + index));

export const point: AskedKind<'point'> = {
  ...USUALLY,
  kind: 'point',
  field: 'put',
  asksForMissing: true,
  nothing: { kind: 'point', put: {} },
  hasContent: ({ put }) => Object.values(put).some((text) => text.trim() !== ''),
  text({ put }) {
    if (put.path !== undefined) return put.path;
    const pair = (x = '…', y = '…'): string => `(${x.trim() || '…'}, ${y.trim() || '…'})`;
    if (put.x !== undefined || put.y !== undefined) return pair(put.x, put.y);
    return TWO.some((name) => put[name] !== undefined) ? `${pair(put.x1, put.y1)} – ${pair(put.x2, put.y2)}` : '';
  },
  namesIn: fieldsOf,
  namesOf: ({ put }) => Object.keys(put),
};
