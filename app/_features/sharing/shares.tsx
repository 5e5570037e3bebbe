'use client';
/** With whom a question or a quiz is shared, and how far. Comes when somebody asks for it: few do. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SHARES, type Share } from '../../../domain/people/policies/rule.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';

/** With somebody, or with every teacher (null). */
export interface ShownShare {
  user: { id: string; name: string; login: string } | null;
  may: Share;
}

interface SharesProps {
  of: 'question' | 'quiz';
  shares: readonly ShownShare[];
  busy: boolean;
  refused: { error: string | undefined; field: string | undefined };
  /** null for `login`: every teacher; null for `may`: not any more. @returns whether it is done */
  share(login: string | null, may: Share | null): Promise<boolean>;
}

export function Shares({ of, shares, busy, refused, share }: SharesProps) {
  const t = useTranslations('desk.sharing');
  const [told, setTold] = useState('');
  const say = async (login: string | null, may: Share | null): Promise<void> => {
    setTold('');
    if (await share(login, may)) setTold(t(may === null ? 'unshared' : 'shared'));
  };
  const form = useTypedForm({
    fields: ['login', 'may'],
    refused,
    otherwise: 'login',
    send: ({ login, may }) => say(login.trim(), mayOf(may)),
  });
  return (
    <div className="grid gap-3">
      <ul className="grid gap-1 text-[14px] empty:hidden">
        {shares.map(({ user, may }) => (
          <li key={user?.id ?? 'all'} className="flex flex-wrap items-center gap-x-3">
            <span>
              {user === null ? t('everyTeacher') : <bdi>{user.name}</bdi>}: {t(`may.${of}.${may}`)}
            </span>
            <Button size="small" look="quiet" idle={busy} onClick={() => void say(user?.login ?? null, null)}>
              {t('unshare')}
            </Button>
          </li>
        ))}
      </ul>
      <form {...form.form} className="flex flex-wrap items-start gap-3">
        <Field
          className="min-w-0 flex-1 basis-56"
          label={t('login')}
          hint={t('loginHint')}
          autoComplete="off"
          required
          maxLength={100}
          {...form.field('login')}
        />
        {/* together in one line, however narrow: nothing stands below this field */}
        <div className="flex items-end gap-3">
          <SelectField
            label={t('mayWhat')}
            options={SHARES.map((value) => ({ value, label: t(`may.${of}.${value}`) }))}
            {...form.field('may')}
          />
          <Button type="submit" idle={busy} className="min-h-11">
            {t('share')}
          </Button>
        </div>
      </form>
      {/* nobody means everybody by leaving a field empty */}
      <Button
        size="small"
        idle={busy}
        className="justify-self-start"
        onClick={() => void say(null, mayOf(form.typed('may')))}
      >
        {t('shareAll')}
      </Button>
      <p role="status" className="text-[14px] text-good empty:hidden">
        {told}
      </p>
    </div>
  );
}

const mayOf = (typed: string): Share => SHARES.find((one) => one === typed) ?? 'look';
