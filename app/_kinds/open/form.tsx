'use client';
/** Writes a question without a key: a poll with its options, an open answer, or words for a cloud. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { WrittenItem } from '../../../domain/lesson/written/written.ts';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { SelectField } from '../../_ui/select-field.tsx';

const FORMS = ['text', 'cloud', 'poll', 'several'] as const;
const MOST = 6;
const LETTERS = 'ABCDEF';
const OPTION: WrittenItem = { box: ' ', text: '', notes: [] };

export default function OpenForm({ written, change, wrong }: KindFormProps) {
  const t = useTranslations('authoring.open');
  const id = useId();
  const form = written.attributes.form ?? (written.items === null ? 'text' : 'poll');
  const asksPoll = form === 'poll' || form === 'several';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3" data-part="items">
      <SelectField
        label={t('form')}
        value={form}
        options={FORMS.map((value) => ({ value, label: t(`as.${value}`) }))}
        onChange={({ target: { value } }) =>
          change({
            attributes: { ...written.attributes, form: value },
            items: value === 'poll' || value === 'several' ? (written.items ?? [OPTION, OPTION]) : null,
          })
        }
      />
      {asksPoll && (
        <Rows<WrittenItem>
          one={t('one')}
          add={t('add')}
          rows={written.items ?? []}
          most={MOST}
          least={2}
          blank={() => OPTION}
          onChange={(rows) => change({ items: rows })}
        >
          {(item, set, index) => (
            <MarkdownField
              short
              quiet
              label={t('option', { letter: LETTERS[index] ?? '' })}
              placeholder={t('option', { letter: LETTERS[index] ?? '' })}
              part={`items.${index}`}
              value={item.text}
              onChange={(text) => set({ ...item, text })}
              wrong={wrong(`items.${index}`)}
            />
          )}
        </Rows>
      )}
      <WrongWords id={id} problems={[...wrong('items', 'own'), ...wrong('attributes.form')]} />
    </div>
  );
}
