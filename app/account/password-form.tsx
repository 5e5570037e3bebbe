'use client';
/** A new password, by the one that holds. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_components/button.tsx';
import { useDeskCommand } from '../_components/desk/use-desk-command.ts';
import { Field } from '../_components/field.tsx';
import { PasswordField } from '../_components/password-field.tsx';

export function PasswordForm({ login }: { login: string }) {
  const t = useTranslations('account.password');
  const router = useRouter();
  const { busy, error, send } = useDeskCommand('/api/account');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [saved, setSaved] = useState(false);
  const submit = async (): Promise<void> => {
    setSaved(false);
    if ((await send('password', { current, password })) === undefined) return;
    setCurrent('');
    setPassword('');
    setSaved(true);
    router.refresh();
  };
  return (
    <form
      className="grid justify-items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
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
      <Button type="submit" disabled={busy}>
        {t('save')}
      </Button>
      <p role="status" className="text-[14px] text-ink-2">
        {saved ? t('saved') : ''}
      </p>
    </form>
  );
}
