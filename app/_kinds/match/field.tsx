'use client';
/** The field of pairs; it is high where prompts and answers stand side by side, and higher on a phone. */
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { LateField } from '../late-field.tsx';

const load = (): Promise<typeof import('./pairs.tsx')> => import('./pairs.tsx');
const LINE_PX = 64;

export const MatchField = (props: FieldProps<'match'>) => (
  <LateField load={load} height={LINE_PX * props.question.prompts.length}>
    {({ MatchPairs }) => <MatchPairs {...props} />}
  </LateField>
);
