'use client';
/** Name and password; what was typed stays when it is refused. */
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { REFUSALS } from '../../domain/refusal.ts';
import { Button } from '../_components/button.tsx';
import { Field } from '../_components/field.tsx';

const DEMO = ['admin', 'teacher', 'ada'];

export function SignInForm({ next, demo }: { next: string; demo: boolean }) {
  const t = useTranslations('auth');
  const refusals = useTranslations('refusals');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    const result = await signIn('credentials', { login, password, redirect: false }).catch(() => undefined);
    if (result?.ok === true && result.error === null) {
      location.assign(next);
      return;
    }
    setWorking(false);
    const code = REFUSALS.find((one) => one === result?.error) ?? (result === undefined ? 'tooMany' : 'wrongPassword');
    setError(refusals(code, { field: 'none' }));
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={t('login')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        required
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <Field
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={error}
      />
      <Button type="submit" look="first" size="large" disabled={working}>
        {working ? t('working') : t('submit')}
      </Button>
      {demo && (
        <section className="grid gap-2 rounded-2 border border-line bg-sheet p-4 text-[14px] text-ink-2">
          <h2 className="font-semibold text-ink">{t('demo.title')}</h2>
          <p>{t('demo.text')}</p>
          <p className="flex flex-wrap gap-2">
            {DEMO.map((name) => (
              <Button key={name} size="small" onClick={() => setLogin(name)}>
                {t('demo.use', { login: name })}
              </Button>
            ))}
          </p>
        </section>
      )}
    </form>
  );
}
