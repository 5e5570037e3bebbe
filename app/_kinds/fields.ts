/** The fields of all kinds, as cards and phones show them: a kind without one does not compile. */
import type { ComponentType } from 'react';
import type { QuestionKind } from '../../domain/question.ts';
import type { FieldProps } from '../_features/lesson/card-types.ts';
import { BlanksField } from './blanks/field.tsx';
import { ChoiceField } from './choice/field.tsx';
import { FunctionField } from './function/field.tsx';
import { GapsField } from './gaps/field.tsx';
import { MatchField } from './match/field.tsx';
import { MathsField } from './maths/field.tsx';
import { MatrixField } from './matrix/field.tsx';
import { NumberField } from './number/field.tsx';
import { OpenField } from './open/field.tsx';
import { OrderField } from './order/field.tsx';
import { PointField } from './point/field.tsx';
import { SetField } from './set/field.tsx';
import { TextField } from './text/field.tsx';

const fields: { readonly [K in QuestionKind]: ComponentType<FieldProps<K>> } = {
  choice: ChoiceField,
  number: NumberField,
  text: TextField,
  order: OrderField,
  match: MatchField,
  gaps: GapsField,
  maths: MathsField,
  blanks: BlanksField,
  function: FunctionField,
  matrix: MatrixField,
  set: SetField,
  point: PointField,
  open: OpenField,
};

/** The field of a question's kind. It is handed a question and an answer of that kind only. */
export function fieldOf({ kind }: { kind: QuestionKind }): ComponentType<FieldProps<QuestionKind>> {
  const all: Readonly<Record<QuestionKind, unknown>> = fields;
  return all[kind] as ComponentType<FieldProps<QuestionKind>>;
}
