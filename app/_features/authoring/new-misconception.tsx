'use client';
/** One more in one's own catalogue, while a question is written: it is chosen as soon as it is there. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../_ui/button.tsx';
import { useSave } from '../misconceptions/use-save.ts';
import { MarkdownField } from './markdown-field.tsx';
import { codeFor } from './misread-rows.ts';
import { TextField } from './text-field.tsx';

interface NewMisconceptionProps {
  onMade(code: string): Promise<void>;
  onCancel(): void;
}

export function NewMisconception({ onMade, onCancel }: NewMisconceptionProps) {
  const t = useTranslations('authoring.misconceptions');
  const { busy, error, wrong, save } = useSave();
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const code = codeFor(name);
  const make = async (): Promise<void> => {
    if (await save({ entryId: null, courseId: null, code, name, words })) await onMade(code);
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
      <MarkdownField
        short
        label={t('told')}
        part="misconception:words"
        value={words}
        onChange={setWords}
        wrong={wrong}
      />
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
