'use client';
/** The name that teachers and classmates see. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeskCommand } from '../_components/desk/use-desk-command.ts';
import { Field } from '../_components/field.tsx';
import { SavingForm } from './saving-form.tsx';

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('account.name');
  const { busy, error, send } = useDeskCommand('/api/account');
  const [typed, setTyped] = useState(name);
  const save = async (): Promise<boolean> => {
    const done = await send<{ name: string }>('name', { name: typed });
    // as it is stored: in one spelling
    if (done !== undefined) setTyped(done.name);
    return done !== undefined;
  };
  return (
    <SavingForm
      words={{ save: t('save'), saved: t('saved') }}
      ready={!busy && typed.trim() !== '' && typed !== name}
      onSave={save}
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
        onChange={(event) => setTyped(event.target.value)}
        error={error}
      />
    </SavingForm>
  );
}
