/** What becomes of what comes after the due date, and which of several answers counts. */
import { useTranslations } from 'next-intl';
import { KEEPS } from '../../../domain/activities/result.ts';
import { LATE } from '../../../domain/activities/rules.ts';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import type { LateTyped } from './late-typed.ts';

interface LateFieldsProps {
  typed: LateTyped;
  error(field: 'late' | 'latePercent' | 'lateFloor'): string | undefined;
  onChange(part: Partial<LateTyped>): void;
}

export function LateFields({ typed, error, onChange }: LateFieldsProps) {
  const t = useTranslations('activities.form');
  return (
    <>
      <div className="grid gap-3">
        <SelectField
          label={t('late')}
          wide
          value={typed.late}
          error={error('late')}
          options={LATE.map((value) => ({ value, label: t(`lateAs.${value}`) }))}
          onChange={({ target: { value } }) => onChange({ late: LATE.find((one) => one === value) ?? 'accepted' })}
        />
        {typed.late === 'deducted' && (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            {(['latePercent', 'lateFloor'] as const).map((name) => (
              <Field
                key={name}
                label={t(name)}
                hint={t(`${name}Hint`)}
                inputMode="decimal"
                value={typed[name]}
                error={error(name)}
                onChange={({ target }) => onChange({ [name]: target.value })}
              />
            ))}
          </div>
        )}
      </div>
      <SelectField
        label={t('keeps')}
        wide
        value={typed.keeps}
        options={KEEPS.map((value) => ({ value, label: t(`keepsAs.${value}`) }))}
        onChange={({ target: { value } }) => onChange({ keeps: KEEPS.find((one) => one === value) ?? 'best' })}
      />
      <label className="flex min-h-10 items-center gap-2.5 text-[15px]">
        <input
          type="checkbox"
          checked={typed.newValues}
          onChange={({ target }) => onChange({ newValues: target.checked })}
          className="size-4 shrink-0 accent-violet"
        />
        {t('newValues')}
      </label>
    </>
  );
}
