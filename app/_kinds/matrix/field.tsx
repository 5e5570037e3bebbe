'use client';
/** The field of a matrix: a row for each of its own, and around them how they are read, and buttons. */
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { LateField } from '../late-field.tsx';

const load = (): Promise<typeof import('./grid.tsx')> => import('./grid.tsx');
const AROUND_PX = 132;
const ROW_PX = 57;
/** with the buttons for its size, and the two rows that it begins with */
const FREE_PX = AROUND_PX + 2 * ROW_PX + 56;

export function MatrixField(props: FieldProps<'matrix'>) {
  const { shape } = props.question;
  return (
    <LateField load={load} height={shape === null ? FREE_PX : AROUND_PX + ROW_PX * shape.rows}>
      {({ MatrixGrid }) => <MatrixGrid {...props} />}
    </LateField>
  );
}
