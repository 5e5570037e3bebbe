'use client';
/** The field of what is put into a plane, loaded where there is one. */
import { hasTwo } from '../../../domain/kinds/point/asked.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { LateField } from '../late-field.tsx';

const load = (): Promise<typeof import('./put-field.tsx')> => import('./put-field.tsx');
/** The plane, and fields below it with a line of words. */
const HEIGHT = 392;
const SECOND_LINE = 52;
const PATHS = 356;

export const PointField = (props: FieldProps<'point'>) => (
  <LateField
    load={load}
    height={props.question.form === 'path' ? PATHS : HEIGHT + (hasTwo(props.question) ? SECOND_LINE : 0)}
  >
    {({ PutField }) => <PutField {...props} />}
  </LateField>
);
