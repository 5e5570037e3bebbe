'use client';
/** A new student's account and place in the class, in one go. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { suggestLogin } from '../../../domain/names/sign-in-name.ts';
import { Button } from '../../_components/button.tsx';
import { Field } from '../../_components/field.tsx';
import { PasswordField } from '../../_components/password-field.tsx';
import { useWelcome } from '../../_components/use-welcome.ts';

export function NewAccountForm({ token }: { token: string }) {
  const t = useTranslations('auth.join');
  const [name, setName] = useState('');
  /** undefined: as suggested by the name */
  const [login, setLogin] = useState<string>();
  const [password, setPassword] = useState('');
  const { working, refused, submit } = useWelcome('join');
  const wanted = login ?? suggestLogin(name);
  const about = (field: string): string | undefined => (refused?.field === field ? refused.words : undefined);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ token, name, login: wanted, password });
      }}
    >
      <Field
        label={t('name')}
        autoComplete="name"
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={about('name')}
      />
      <Field
        label={t('login')}
        hint={t('loginRule')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        required
        minLength={2}
        maxLength={80}
        value={wanted}
        onChange={(event) => setLogin(event.target.value)}
        error={about('login')}
      />
      <PasswordField label={t('password')} value={password} onChange={setPassword} error={about('password')} />
      {refused !== undefined && !['name', 'login', 'password'].includes(refused.field) && (
        <p role="alert" className="text-[14px] text-wrong">
          {refused.words}
        </p>
      )}
      <Button type="submit" look="first" size="large" disabled={working}>
        {working ? t('working') : t('submit')}
      </Button>
    </form>
  );
}
