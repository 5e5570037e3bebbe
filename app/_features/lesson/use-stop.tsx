'use client';
/** Handing in stops at a field that cannot be read or may be meant in two ways: it takes the focus, and the reason is told. */
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { askedKind } from '../../../domain/kinds/asked.ts';
import type { Unread } from '../../../domain/kinds/common/unread.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { sameAnswer } from './card-parts.ts';
import { sentence } from './words.ts';

type Reader = typeof import('../../../domain/kinds/readings.ts');

export interface Stop<E extends HTMLElement> {
  /** the element that holds the fields, each within `data-field` with its name */
  fields: RefObject<E | null>;
  /** Whether an answer may be handed in; where not, its student is shown why. */
  passes(answer: Answer): Promise<boolean>;
  /** the reason, for the answer as it stands */
  reason(answer: Answer): ReactNode;
}

/**
 * @param find the first field that cannot be read
 * @param nameOf how a field is called, where there are several
 */
export function useStop<E extends HTMLElement>(
  find: (reader: Reader, answer: Answer) => Unread | undefined,
  nameOf: (field: string) => string = () => '',
): Stop<E> {
  const t = useTranslations();
  const fields = useRef<E>(null);
  const [stopped, setStopped] = useState<{ unread: Unread; answer: Answer } | null>(null);
  return {
    fields,
    async passes(answer) {
      // what cannot be loaded now is read by the server as well
      const reader = await import('../../../domain/kinds/readings.ts').catch(() => null);
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
  return askedKind(question).label?.(question, field) ?? '';
}

/** How long a choice may take to be drawn, in ms; who waited longer has gone on by themselves. */
const DRAWN_WITHIN = 5_000;

/** The field itself, or what is to be chosen beside it. */
function focusField(root: HTMLElement | null, { field, asked }: Unread): void {
  const place = field === '' ? root : root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  if (place === null || place === undefined) return;
  if (asked) {
    focusChoice(place);
    return;
  }
  const input = place.matches('input')
    ? place
    : place.querySelector<HTMLElement>('[data-missing], math-field, input, textarea');
  input?.focus();
}

/** The first of the readings: they may be drawn a moment later than a quick hand submits. */
function focusChoice(place: HTMLElement): void {
  const found = (): boolean => {
    const choice = place.querySelector<HTMLElement>('fieldset input[type="radio"]');
    choice?.focus();
    return choice !== null;
  };
  if (found()) return;
  const until = new AbortController();
  const seen = new MutationObserver(() => found() && until.abort());
  until.signal.addEventListener('abort', () => seen.disconnect());
  // who does something else meanwhile is not called back
  for (const act of ['keydown', 'pointerdown']) {
    document.addEventListener(act, () => until.abort(), { signal: until.signal, capture: true });
  }
  seen.observe(place, { childList: true, subtree: true });
  setTimeout(() => until.abort(), DRAWN_WITHIN);
}
