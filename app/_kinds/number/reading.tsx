'use client';
/** How a number is understood, as one types; the same at home and in a live round. */
import type { AnswerOf } from '../../../domain/answer.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { FieldReading } from '../common/field-reading.tsx';

interface NumberReadingProps {
  question: Pick<QuestionViewOf<'number'>, 'unit' | 'promptHtml' | 'euler'>;
  answer: AnswerOf<'number'>;
  onChange(answer: AnswerOf<'number'>): void;
  disabled: boolean;
}

export function NumberReading({ question, answer, onChange, disabled }: NumberReadingProps) {
  const { value, reading } = answer;
  return (
    <FieldReading
      text={value}
      read={(reader, text) => reader.readNumberField(question, { kind: 'number', value: text })}
      chosen={reading}
      onChoose={(chosen) => onChange({ kind: 'number', value, reading: chosen })}
      disabled={disabled}
      quiet
    />
  );
}
