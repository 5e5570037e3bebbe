'use client';
/** A field for choosing a password; its rule is said beside it, before it is broken. */
import { useTranslations } from 'next-intl';
import { Field } from './field.tsx';

const SHORTEST = 8;

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  error?: string | undefined;
}

export function PasswordField({ label, value, onChange, error }: PasswordFieldProps) {
  const t = useTranslations('auth.reset');
  return (
    <Field
      label={label}
      hint={t('rule', { shortest: SHORTEST })}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={SHORTEST}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  );
}
