'use client';
/** Chooses the password and signs in with it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { calls } from '../../_client/calls.ts';
import { useWelcome } from '../../_features/account/use-welcome.ts';
import { Button } from '../../_ui/button.tsx';
import { PasswordField } from '../../_ui/password-field.tsx';

export function ResetForm({ token, login }: { token: string; login: string }) {
  const t = useTranslations('auth.reset');
  const [password, setPassword] = useState('');
  const { working, refused, submit } = useWelcome(calls.welcome.reset.mutate);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ token, password });
      }}
    >
      {/* for password managers: whose password this is */}
      <input type="text" name="login" autoComplete="username" value={login} readOnly hidden />
      <PasswordField
        label={t('password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={refused?.words}
      />
      <Button type="submit" look="first" size="large" disabled={working}>
        {working ? t('working') : t('submit')}
      </Button>
    </form>
  );
}
