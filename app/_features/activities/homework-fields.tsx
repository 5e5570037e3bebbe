/** The rules of homework but for its dates: attempts, time limit, order, when answers are told. */
import { useTranslations } from 'next-intl';
import { ANSWERS } from '../../../domain/activities/rules.ts';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import type { HomeworkTyped } from './homework-typed.ts';

interface HomeworkFieldsProps {
  typed: HomeworkTyped;
  /** a lesson is read, and has its order: no time limit, nothing shuffled */
  isQuiz: boolean;
  error(field: 'attempts' | 'minutes' | 'answers'): string | undefined;
  onChange(part: Partial<HomeworkTyped>): void;
}

export function HomeworkFields({ typed, isQuiz, error, onChange }: HomeworkFieldsProps) {
  const t = useTranslations('activities.form');
  return (
    <>
      <div className="grid gap-3">
        <SelectField
          label={t('attempts')}
          wide
          value={typed.counted}
          options={(['question', 'free', 'number'] as const).map((value) => ({
            value,
            label: t(`attemptsAs.${value}`),
          }))}
          onChange={({ target: { value } }) =>
            onChange({ counted: value === 'free' ? 'free' : value === 'number' ? 'number' : 'question' })
          }
        />
        {typed.counted === 'number' && (
          <Field
            label={t('howMany')}
            inputMode="numeric"
            value={typed.attempts}
            error={error('attempts')}
            onChange={({ target }) => onChange({ attempts: target.value })}
          />
        )}
      </div>
      {isQuiz && (
        <>
          <Field
            label={t('minutes')}
            hint={t('minutesHint')}
            inputMode="numeric"
            value={typed.minutes}
            error={error('minutes')}
            onChange={({ target }) => onChange({ minutes: target.value })}
          />
          <div className="grid gap-1">
            {(['shuffleQuestions', 'shuffleOptions'] as const).map((name) => (
              <label key={name} className="flex min-h-10 items-center gap-2.5 text-[15px]">
                <input
                  type="checkbox"
                  checked={typed[name]}
                  onChange={({ target }) => onChange({ [name]: target.checked })}
                  className="size-4 shrink-0 accent-violet"
                />
                {t(name)}
              </label>
            ))}
          </div>
        </>
      )}
      <SelectField
        label={t('values')}
        wide
        value={typed.sameValues ? 'same' : 'own'}
        options={(['own', 'same'] as const).map((value) => ({ value, label: t(`valuesAs.${value}`) }))}
        onChange={({ target }) => onChange({ sameValues: target.value === 'same' })}
      />
      <div className="grid gap-1.5">
        <SelectField
          label={t('answers')}
          wide
          value={typed.answers}
          error={error('answers')}
          options={ANSWERS.map((value) => ({ value, label: t(`answersAs.${value}`) }))}
          onChange={({ target: { value } }) => onChange({ answers: ANSWERS.find((one) => one === value) ?? 'atOnce' })}
        />
        <p className="text-[13px] text-ink-2">{t('answersHint')}</p>
      </div>
    </>
  );
}
