'use client';
/** The name that teachers and classmates see. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_components/button.tsx';
import { useDeskCommand } from '../_components/desk/use-desk-command.ts';
import { Field } from '../_components/field.tsx';

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('account.name');
  const router = useRouter();
  const { busy, error, send } = useDeskCommand('/api/account');
  const [typed, setTyped] = useState(name);
  const [saved, setSaved] = useState(false);
  const submit = async (): Promise<void> => {
    const done = await send<{ name: string }>('name', { name: typed });
    if (done === undefined) return;
    setTyped(done.name);
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
      <Field
        className="w-full"
        label={t('label')}
        hint={t('hint')}
        name="name"
        autoComplete="name"
        maxLength={100}
        required
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setSaved(false);
        }}
        error={error}
      />
      <Button type="submit" disabled={busy || typed.trim() === '' || typed === name}>
        {t('save')}
      </Button>
      <p role="status" className="text-[14px] text-ink-2">
        {saved ? t('saved') : ''}
      </p>
    </form>
  );
}
