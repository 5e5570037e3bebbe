'use client';
/** A new password, by the one that holds. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeskCommand } from '../_components/desk/use-desk-command.ts';
import { Field } from '../_components/field.tsx';
import { PasswordField } from '../_components/password-field.tsx';
import { SavingForm } from './saving-form.tsx';

export function PasswordForm({ login }: { login: string }) {
  const t = useTranslations('account.password');
  const { busy, error, send } = useDeskCommand('/api/account');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const save = async (): Promise<boolean> => {
    if ((await send('password', { current, password })) === undefined) return false;
    setCurrent('');
    setPassword('');
    return true;
  };
  return (
    <SavingForm words={{ save: t('save'), saved: t('saved') }} ready={!busy} onSave={save}>
      {/* for password managers: whose password this is */}
      <input type="text" name="login" autoComplete="username" value={login} readOnly hidden />
      <Field
        className="w-full"
        label={t('current')}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={error}
      />
      <div className="w-full">
        <PasswordField label={t('next')} value={password} onChange={setPassword} />
      </div>
      <p className="text-[13px] text-ink-3">{t('ends')}</p>
    </SavingForm>
  );
}
