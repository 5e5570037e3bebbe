'use client';
/** With whom the chosen questions are shared, and how far: with one teacher by their sign-in name, or with all of them. */
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef } from 'react';
import { SHARES, type Share } from '../../../domain/people/policies/rule.ts';
import { Button } from '../../_ui/button.tsx';

export function ShareForm({ onShare }: { onShare(login: string | null, may: Share): void }) {
  const t = useTranslations('desk.sharing');
  const form = useRef<HTMLFormElement>(null);
  const typed = (): FormData => new FormData(form.current ?? undefined);
  const may = (): Share => SHARES.find((one) => one === typed().get('may')) ?? 'look';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const login = String(typed().get('login') ?? '').trim();
    if (login !== '') onShare(login, may());
  };
  return (
    <form ref={form} onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <label className="grid min-w-0 flex-1 basis-44 gap-1 text-[14px]">
        {t('login')}
        <input
          name="login"
          ref={(input) => input?.focus()}
          required
          maxLength={100}
          autoComplete="off"
          className="min-h-10 min-w-0 rounded-[10px] border border-line bg-sheet px-3"
        />
      </label>
      <label className="grid gap-1 text-[14px]">
        {t('mayWhat')}
        <select name="may" className="min-h-10 rounded-[10px] border border-line bg-sheet px-3">
          {SHARES.map((one) => (
            <option key={one} value={one}>
              {t(`may.question.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{t('share')}</Button>
      {/* nobody means everybody by leaving a field empty */}
      <Button onClick={() => onShare(null, may())}>{t('shareAll')}</Button>
    </form>
  );
}
