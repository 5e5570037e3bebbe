/** The kinds that the front page lets strangers try: it carries the fields of no others. */
import type { ComponentType } from 'react';
import type { QuestionKind } from '../../domain/question.ts';
import type { FieldProps } from '../_features/lesson/card-types.ts';
import { FunctionField } from './function/field.tsx';
import { MathsField } from './maths/field.tsx';

const fields: { readonly [K in QuestionKind]?: ComponentType<FieldProps<K>> } = {
  maths: MathsField,
  function: FunctionField,
};

/** The field of a question's kind; undefined: it is not shown there. It is handed a question of that kind only. */
export function frontField({ kind }: { kind: QuestionKind }): ComponentType<FieldProps<QuestionKind>> | undefined {
  const all: Readonly<Partial<Record<QuestionKind, unknown>>> = fields;
  return all[kind] as ComponentType<FieldProps<QuestionKind>> | undefined;
}
