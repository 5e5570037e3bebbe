'use client';
/** A field for choosing a password; its rule is said beside it, before it is broken. */
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../domain/people/names/password.ts';
import { Field } from './field.tsx';

export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'hint'>) {
  const t = useTranslations('auth.reset');
  return (
    <Field
      hint={t('rule', { shortest: SHORTEST_PASSWORD })}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={SHORTEST_PASSWORD}
      maxLength={LONGEST_PASSWORD}
      {...props}
    />
  );
}
