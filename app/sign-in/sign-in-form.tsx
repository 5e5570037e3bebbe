'use client';
/** Name and password; what was typed stays when it is refused. */
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { REFUSALS, type RefusalCode } from '../../domain/refusal.ts';
import { BDI } from '../_i18n/bdi.tsx';
import { useRefusals } from '../_i18n/use-refusals.ts';
import { Button } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { useTypedForm } from '../_ui/use-typed-form.ts';

const DEMO = ['admin', 'teacher', 'ada'];

export function SignInForm({ next, demo }: { next: string; demo: boolean }) {
  const t = useTranslations('auth');
  const say = useRefusals();
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<RefusalCode>();
  const enter = useTypedForm({
    fields: ['login', 'password'],
    refused: { error: refused && say(refused) },
    otherwise: 'password',
    send: async ({ login, password }) => {
      setWorking(true);
      setRefused(undefined);
      // the network went: told below as what did not get through
      const result = await signIn('credentials', { login, password, redirect: false }).catch(() => undefined);
      if (result?.ok === true && result.error === null) {
        location.assign(next);
        return;
      }
      setWorking(false);
      const code =
        REFUSALS.find((one) => one === result?.error) ?? (result === undefined ? 'tooMany' : 'wrongPassword');
      setRefused(code);
    },
  });
  // its password is nowhere on the page: it is what is typed next
  const use = (login: string): void => {
    enter.write('login', login);
    enter.focus('password');
  };
  return (
    <form className="grid gap-4" {...enter.form}>
      <Field label={t('login')} autoComplete="username" autoCapitalize="none" required {...enter.field('login')} />
      <Field
        label={t('password')}
        type="password"
        autoComplete="current-password"
        required
        {...enter.field('password')}
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
              <Button key={name} size="small" onClick={() => use(name)}>
                <span>{t.rich('demo.use', { login: name, ...BDI })}</span>
              </Button>
            ))}
          </p>
        </section>
      )}
    </form>
  );
}
