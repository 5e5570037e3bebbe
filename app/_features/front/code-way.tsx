'use client';
/** The way in for students: the six digits on the wall. Without scripts it is a plain form. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { CODE_LENGTH, codeIn } from '../../../domain/live/room-code.ts';
import { Button } from '../../_ui/button.tsx';

export function CodeWay() {
  const t = useTranslations('home.front.student');
  const [code, setCode] = useState('');
  const id = useId();
  return (
    <form
      action="/join"
      className="mt-2 flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        location.assign(code.length === CODE_LENGTH ? `/join/${code}` : '/join');
      }}
    >
      <label htmlFor={id} className="sr-only">
        {t('code')}
      </label>
      <input
        id={id}
        name="code"
        value={code}
        onChange={(event) => setCode(codeIn(event.target.value))}
        inputMode="numeric"
        autoComplete="off"
        placeholder="000000"
        className="min-h-13 w-[9.5rem] rounded-[10px] border border-line bg-sheet px-4 font-mono text-[22px] tracking-[0.12em] placeholder:text-ink-3/50 focus:border-violet"
      />
      <Button type="submit" look="first" size="large">
        {t('join')}
      </Button>
    </form>
  );
}
