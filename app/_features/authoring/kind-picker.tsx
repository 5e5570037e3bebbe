'use client';
/** What kind of question it shall be: all of them with a sentence, or the one that it is and a list. */
import { useTranslations } from 'next-intl';
import { askedKinds } from '../../../domain/kinds/asked.ts';
import type { QuestionKind } from '../../../domain/question.ts';
import { SelectField } from '../../_ui/select-field.tsx';

interface KindPickerProps {
  kind: QuestionKind;
  /** one is chosen for the first time */
  open: boolean;
  onPick(kind: QuestionKind): void;
}

export const FORM_KINDS = Object.values(askedKinds).map(({ kind }) => kind);

export function KindPicker({ kind, open, onPick }: KindPickerProps) {
  const t = useTranslations('authoring.kinds');
  if (!open)
    return (
      <SelectField
        label={t('label')}
        value={kind}
        options={FORM_KINDS.map((value) => ({ value, label: t(`name.${value}`) }))}
        onChange={({ target }) => onPick(FORM_KINDS.find((one) => one === target.value) ?? kind)}
      />
    );
  return (
    <fieldset>
      <legend className="mb-1.5 font-[550] text-[14px]">{t('label')}</legend>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-3 lg:grid-cols-4">
        {FORM_KINDS.map((one) => (
          <label
            key={one}
            className="cursor-pointer rounded-[10px] border border-line bg-paper px-3 py-2 text-[14px] hover:border-violet has-checked:border-violet has-checked:bg-violet-soft has-focus-visible:outline-2 has-focus-visible:outline-violet"
          >
            <input type="radio" name="kind" checked={one === kind} onChange={() => onPick(one)} className="sr-only" />
            <span className="block font-[550]">{t(`name.${one}`)}</span>
            <span className="block text-[13px] text-ink-2 leading-snug">{t(`how.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
