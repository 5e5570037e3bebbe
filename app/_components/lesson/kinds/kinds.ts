/** The card's registry: a kind of question without a field does not compile. */
import type { QuestionKind } from '../../../../domain/question.ts';
import { BlanksField } from './blanks-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { FunctionField } from './function-field.tsx';
import type { CardKind } from './kind.ts';
import { MathsField } from './maths-field.tsx';
import { NumberField } from './number-field.tsx';
import { OrderField } from './order-field.tsx';
import { TextField } from './text-field.tsx';

export const cardKinds: { [K in QuestionKind]: CardKind<K> } = {
  choice: {
    Field: ChoiceField,
    empty: () => ({ choices: [] }),
    read: (answer) => ('choices' in answer ? answer : null),
    runs: false,
  },
  number: {
    Field: NumberField,
    empty: () => ({ value: '' }),
    read: (answer) => ('value' in answer ? answer : null),
    runs: false,
  },
  text: {
    Field: TextField,
    empty: () => ({ text: '' }),
    read: (answer) => ('text' in answer ? answer : null),
    runs: false,
  },
  order: {
    Field: OrderField,
    empty: () => ({ order: [] }),
    read: (answer) => ('order' in answer ? answer : null),
    runs: false,
  },
  maths: {
    Field: MathsField,
    empty: () => ({ parts: {} }),
    read: (answer) => ('parts' in answer ? answer : null),
    runs: false,
  },
  blanks: {
    Field: BlanksField,
    empty: () => ({ gaps: {} }),
    read: (answer) => ('gaps' in answer ? answer : null),
    runs: true,
  },
  function: {
    Field: FunctionField,
    empty: (question) => ({ code: question.starter }),
    read: (answer) => ('code' in answer ? answer : null),
    runs: true,
  },
};
