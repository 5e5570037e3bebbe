'use client';
/** A choice once its key is open; the explanation stands with the one right option. */
import type { AnsweredProps } from '../answered-props.ts';
import { RevealedOptions } from './revealed-options.tsx';

export function ChoiceAnswered({ question, answer, reveal, told }: AnsweredProps) {
  if (question.options === null) return null;
  return (
    <RevealedOptions
      options={question.options}
      mine={answer?.kind === 'choice' ? answer.choices : []}
      reveal={reveal}
      told={told}
      explanationHtml={reveal.correct.length === 1 ? reveal.explanationHtml : null}
    />
  );
}
