/** Pads of their own on phones: kinds that are answered by large targets or one small field. The others show the field of the card. */
import type { ComponentType } from 'react';
import type { QuestionKind } from '../../domain/question.ts';
import { ChoicePad } from './choice/pad.tsx';
import { NumberPad } from './number/pad.tsx';
import type { PadProps } from './pad-props.ts';

export const pads: { readonly [K in QuestionKind]?: ComponentType<PadProps> } = {
  choice: ChoicePad,
  number: NumberPad,
};
