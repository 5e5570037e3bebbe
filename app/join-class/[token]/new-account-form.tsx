'use client';
/** A new student's account and place in the class, in one go. */
import { useTranslations } from 'next-intl';
import { suggestLogin } from '../../../domain/people/names/sign-in-name.ts';
import { calls } from '../../_client/calls.ts';
import { useWelcome } from '../../_features/account/use-welcome.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { PasswordField } from '../../_ui/password-field.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';

const FIELDS = ['name', 'login', 'password'] as const;

export function NewAccountForm({ token }: { token: string }) {
  const t = useTranslations('auth.join');
  const { working, refused, submit } = useWelcome(calls.welcome.join.mutate);
  const join = useTypedForm({
    fields: FIELDS,
    rules: async () => (await import('../../../domain/people/input.ts')).newAccount,
    beside: { token },
    follows: { login: ({ name }) => suggestLogin(name) },
    refused: { error: refused?.words, field: refused?.field },
    send: (typed) => submit({ token, ...typed }),
  });
  return (
    <form className="grid gap-4" {...join.form}>
      <Field label={t('name')} autoComplete="name" required maxLength={100} {...join.field('name')} />
      <Field
        label={t('login')}
        hint={t('loginRule')}
        autoComplete="username"
        autoCapitalize="none"
        required
        minLength={2}
        maxLength={80}
        {...join.field('login')}
      />
      <PasswordField label={t('password')} {...join.field('password')} />
      {refused !== undefined && !FIELDS.some((one) => one === refused.field) && (
        <p role="alert" className="text-[14px] text-wrong">
          {refused.words}
        </p>
      )}
      <Button type="submit" look="first" size="large" disabled={working || join.busy}>
        {working ? t('working') : t('submit')}
      </Button>
    </form>
  );
}
