'use client';
/** The field of a text with gaps: the text itself, as high as its lines will be. */
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { LateField } from '../late-field.tsx';

const load = (): Promise<typeof import('./text.tsx')> => import('./text.tsx');
const LINE_PX = 48;

export const GapsField = (props: FieldProps<'gaps'>) => (
  <LateField load={load} height={LINE_PX * props.question.passage.length}>
    {({ GapsText }) => <GapsText {...props} />}
  </LateField>
);
