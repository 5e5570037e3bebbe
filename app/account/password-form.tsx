'use client';
/** A new password, by the one that holds. */
import { useTranslations } from 'next-intl';
import { LONGEST_PASSWORD } from '../../domain/people/names/password.ts';
import { useCommand } from '../_client/use-command.ts';
import { Field } from '../_ui/field.tsx';
import { PasswordField } from '../_ui/password-field.tsx';
import { useTypedForm } from '../_ui/use-typed-form.ts';
import { SavingForm } from './saving-form.tsx';
import { useSaved } from './use-saved.ts';

export function PasswordForm({ login }: { login: string }) {
  const t = useTranslations('account.password');
  const { busy, error, field, send } = useCommand();
  const { saved, begin, done } = useSaved();
  const change = useTypedForm({
    fields: ['current', 'password'],
    rules: async () => (await import('../../domain/people/input.ts')).passwordChange,
    refused: { error, field },
    otherwise: 'current',
    send: async ({ current, password }) => {
      begin();
      if ((await send('account.password', { current, password })) === undefined) return;
      change.clear('current', 'password');
      done();
    },
  });
  return (
    <SavingForm
      words={{ save: t('save'), saved: t('saved') }}
      ready={!busy && !change.busy}
      saved={saved}
      onChange={begin}
      {...change.form}
    >
      {/* for password managers: whose password this is */}
      <input type="text" name="login" autoComplete="username" value={login} readOnly hidden />
      <Field
        className="w-full"
        label={t('current')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={LONGEST_PASSWORD}
        {...change.field('current')}
      />
      <PasswordField className="w-full" label={t('next')} {...change.field('password')} />
      <p className="text-[13px] text-ink-3">{t('ends')}</p>
    </SavingForm>
  );
}
