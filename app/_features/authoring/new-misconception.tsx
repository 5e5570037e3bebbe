'use client';
/** One more in one's own catalogue, or in that of a course for who has none, while a question is written: it is chosen as soon as it is there. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Homes } from '../../../domain/homes.ts';
import { Button } from '../../_ui/button.tsx';
import { useSave } from '../misconceptions/use-save.ts';
import { HomeField } from './home-field.tsx';
import { MarkdownField } from './markdown-field.tsx';
import { codeFor } from './misread-rows.ts';
import { TextField } from './text-field.tsx';

interface NewMisconceptionProps {
  /** in which catalogue it may stand; one's own where there is one */
  homes: Homes;
  onMade(code: string): Promise<void>;
  onCancel(): void;
}

export function NewMisconception({ homes, onMade, onCancel }: NewMisconceptionProps) {
  const t = useTranslations('authoring.misconceptions');
  const { busy, error, wrong, save } = useSave();
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState(homes.courses[0]?.id ?? '');
  const courseId = homes.own ? null : picked;
  const code = codeFor(name);
  const make = async (): Promise<void> => {
    if (await save({ entryId: null, courseId, code, name, words })) await onMade(code);
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
      {!homes.own && <HomeField label={t('whose')} own="" homes={homes} value={picked} onPick={setPicked} />}
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
