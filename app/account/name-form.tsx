'use client';
/** The name that teachers and classmates see. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../_client/use-command.ts';
import { Field } from '../_ui/field.tsx';
import { SavingForm } from './saving-form.tsx';
import { useSaved } from './use-saved.ts';

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('account.name');
  const { busy, error, send } = useCommand();
  const [typed, setTyped] = useState(name);
  const { saved, begin, done } = useSaved();
  const save = async (): Promise<void> => {
    begin();
    const stored = await send('account.name', { name: typed });
    if (stored === undefined) return;
    // as it is stored: in one spelling
    setTyped(stored.name);
    done();
  };
  return (
    <SavingForm
      words={{ save: t('save'), saved: t('saved') }}
      ready={!busy && typed.trim() !== '' && typed !== name}
      saved={saved}
      onChange={begin}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
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
        onChange={(event) => setTyped(event.target.value)}
        error={error}
      />
    </SavingForm>
  );
}
