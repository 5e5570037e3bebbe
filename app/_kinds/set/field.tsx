'use client';
/** The field of a set: a line, keys for its signs, and how it is read. It is loaded where there is one. */
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { LateField } from '../late-field.tsx';

const load = (): Promise<typeof import('./line.tsx')> => import('./line.tsx');

export function SetField(props: FieldProps<'set'>) {
  // as high as it will be: on a phone the keys for parts of the real line stand in two rows
  const height = props.question.asks === 'reals' ? 'min-h-[254px] sm:min-h-[186px]' : 'min-h-[186px]';
  return (
    <div className={height}>
      <LateField load={load} height={0}>
        {({ SetLine }) => <SetLine {...props} />}
      </LateField>
    </div>
  );
}
