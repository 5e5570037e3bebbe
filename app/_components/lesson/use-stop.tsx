'use client';
/** Handing in stops at a field that cannot be read or may be meant in two ways: it takes the focus, and the reason is told. */
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import type { Unread } from '../../../domain/judging/readable.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { sameAnswer } from './card-parts.ts';
import { sentence } from './words.ts';

type Reader = typeof import('../../../domain/judging/readable.ts');

export interface Stop<E extends HTMLElement, A extends Answer> {
  /** the element that holds the fields, each within `data-field` with its name */
  fields: RefObject<E | null>;
  /** Whether an answer may be handed in; where not, its student is shown why. */
  passes(answer: A): Promise<boolean>;
  /** the reason, for the answer as it stands */
  reason(answer: A): ReactNode;
}

/**
 * @param find the first field that cannot be read
 * @param nameOf how a field is called, where there are several
 */
export function useStop<E extends HTMLElement, A extends Answer>(
  find: (reader: Reader, answer: A) => Unread | undefined,
  nameOf: (field: string) => string = () => '',
): Stop<E, A> {
  const t = useTranslations();
  const fields = useRef<E>(null);
  const [stopped, setStopped] = useState<{ unread: Unread; answer: A } | null>(null);
  return {
    fields,
    async passes(answer) {
      // what cannot be loaded now is read by the server as well
      const reader = await import('../../../domain/judging/readable.ts').catch(() => null);
      const unread = reader === null ? undefined : find(reader, answer);
      setStopped(unread === undefined ? null : { unread, answer });
      if (unread !== undefined) focusField(fields.current, unread);
      return unread === undefined;
    },
    reason(answer) {
      if (stopped === null || !sameAnswer(stopped.answer, answer)) return null;
      const name = nameOf(stopped.unread.field);
      return (
        <p role="alert" className="mt-3 text-[14px] text-wrong">
          {name !== '' && `${name}: `}
          {sentence(t, stopped.unread.feedback)}
        </p>
      );
    },
  };
}

/** How one of several fields is called. */
export function fieldName(question: QuestionView, field: string): string {
  return question.kind === 'maths' ? (question.parts.find((part) => part.id === field)?.label ?? '') : '';
}

/** The field itself, or what is to be chosen beside it. */
function focusField(root: HTMLElement | null, { field, asked }: Unread): void {
  const place = field === '' ? root : root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  if (place === null || place === undefined) return;
  const choice = asked ? place.querySelector<HTMLElement>('fieldset input[type="radio"]') : null;
  const input = place.matches('input')
    ? place
    : place.querySelector<HTMLElement>('[data-missing], math-field, input, textarea');
  (choice ?? input)?.focus();
}
