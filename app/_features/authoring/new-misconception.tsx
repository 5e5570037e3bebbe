'use client';
/** One more in one's own catalogue, while a question is written: it is chosen as soon as it is there. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';
import { MarkdownField } from './markdown-field.tsx';
import { codeFor } from './misread-rows.ts';
import { TextField } from './text-field.tsx';

interface NewMisconceptionProps {
  onMade(code: string): Promise<void>;
  onCancel(): void;
}

export function NewMisconception({ onMade, onCancel }: NewMisconceptionProps) {
  const t = useTranslations('authoring.misconceptions');
  const { busy, error, send } = useCommand();
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const code = codeFor(name);
  const make = async (): Promise<void> => {
    const made = await send('misconceptions.save', { entryId: null, courseId: null, code, name, words });
    if (made !== undefined) await onMade(code);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 rounded-[10px] bg-fill p-3">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        part="misconception:name"
        value={name}
        onChange={setName}
        maxLength={120}
      />
      <MarkdownField short label={t('told')} part="misconception:words" value={words} onChange={setWords} />
      <p className="flex flex-wrap items-center gap-3">
        <Button size="small" look="first" idle={busy || code === ''} onClick={() => void make()}>
          {t('make')}
        </Button>
        <Button size="small" look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
        {error !== undefined && (
          <span role="alert" className="text-[14px] text-wrong">
            {error}
          </span>
        )}
      </p>
    </div>
  );
}
