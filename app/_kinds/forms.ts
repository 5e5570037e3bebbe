/** The forms of all kinds, for authors, each loaded where it is needed: a kind without one does not compile. */
import type { ComponentType } from 'react';
import type { QuestionKind } from '../../domain/question.ts';
import type { KindFormProps } from '../_features/authoring/form-props.ts';
import type { Load } from '../_late/late.ts';

export const forms: { readonly [K in QuestionKind]: Load<{ default: ComponentType<KindFormProps> }> } = {
  choice: () => import('./choice/form.tsx'),
  number: () => import('./number/form.tsx'),
  text: () => import('./text/form.tsx'),
  order: () => import('./order/form.tsx'),
  match: () => import('./match/form.tsx'),
  gaps: () => import('./gaps/form.tsx'),
  maths: () => import('./maths/form.tsx'),
  matrix: () => import('./matrix/form.tsx'),
  set: () => import('./set/form.tsx'),
  point: () => import('./point/form.tsx'),
  blanks: () => import('./blanks/form.tsx'),
  function: () => import('./function/form.tsx'),
  open: () => import('./open/form.tsx'),
};
