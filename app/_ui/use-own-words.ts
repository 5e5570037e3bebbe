'use client';
/** What is wrong with a field, in words of ours beside it: the browser's own bubble covers buttons and speaks its own language. */
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';

interface OwnWords {
  /** what is wrong, once a form was handed in with it; gone when it is typed into */
  invalid: string | undefined;
  /** for the field: `onInvalid` in place of the bubble, `onInput` to begin again */
  listeners: { onInvalid(event: FormEvent<HTMLInputElement>): void; onInput(): void };
}

export function useOwnWords(): OwnWords {
  const t = useTranslations('common.fields');
  const [invalid, setInvalid] = useState<string>();
  const wordsFor = ({ validity, minLength, min, max, value }: HTMLInputElement): string => {
    if (validity.valueMissing) return t(validity.badInput ? 'number' : 'missing');
    if (validity.tooShort) return t('tooShort', { least: minLength, typed: value.length });
    if (validity.rangeUnderflow) return t('atLeast', { min });
    if (validity.rangeOverflow) return t('atMost', { max });
    return t(validity.badInput ? 'number' : 'other');
  };
  return {
    invalid,
    listeners: {
      onInvalid(event) {
        const field = event.currentTarget;
        event.preventDefault();
        setInvalid(wordsFor(field));
        // without a bubble a browser moves nowhere: one goes on at the first that is wrong
        if (field.form?.querySelector(':invalid:not(fieldset)') === field) field.focus();
      },
      onInput: () => setInvalid(undefined),
    },
  };
}
