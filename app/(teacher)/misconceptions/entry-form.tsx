'use client';
/** Adds a misconception to a catalogue, or changes one: its id stays as it is, answers are counted by it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Homes } from '../../../domain/homes.ts';
import type { CatalogueEntry } from '../../../domain/misconceptions/catalogue.ts';
import { HomeField } from '../../_features/authoring/home-field.tsx';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { codeFor } from '../../_features/authoring/misread-rows.ts';
import { useSave } from '../../_features/misconceptions/use-save.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';

interface EntryFormProps {
  /** null: a new one */
  entry: CatalogueEntry | null;
  /** where a new one may go */
  homes: Homes;
  onDone(): void;
  onCancel(): void;
}

export function EntryForm({ entry, homes, onDone, onCancel }: EntryFormProps) {
  const t = useTranslations('desk.misconceptions');
  const { busy, error, field, wrong, save } = useSave();
  const [words, setWords] = useState(entry?.words ?? '');
  const [courseId, setCourseId] = useState(homes.own ? '' : (homes.courses[0]?.id ?? ''));
  const form = useTypedForm({
    fields: ['name', 'code'],
    refused: { error, field },
    otherwise: 'name',
    follows: { code: ({ name }) => codeFor(name) },
    send: async ({ name, code }) => {
      const saved = await save({
        entryId: entry?.id ?? null,
        courseId: courseId === '' ? null : courseId,
        code: entry?.code ?? code.trim(),
        name: name.trim(),
        words,
      });
      if (saved) onDone();
    },
  });
  return (
    <form {...form.form} className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-2 border border-line bg-sheet p-4">
      <Field
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={120}
        defaultValue={entry?.name ?? ''}
        {...form.field('name')}
      />
      {entry === null && (
        <Field
          label={t('code')}
          hint={t('codeHint')}
          required
          maxLength={60}
          pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
          spellCheck={false}
          {...form.field('code')}
        />
      )}
      <MarkdownField
        label={t('words')}
        hint={t('wordsHint')}
        part="words"
        value={words}
        onChange={setWords}
        wrong={wrong}
      />
      {entry === null && (
        <HomeField label={t('whose')} own={t('own')} homes={homes} value={courseId} onPick={setCourseId} />
      )}
      <p className="flex gap-3">
        <Button type="submit" look="first" idle={busy || form.busy}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </p>
    </form>
  );
}
