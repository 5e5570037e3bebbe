'use client';
/** By which rules a class is given a lesson or a quiz. What does not fit together is told at its field. */
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ANSWERS, faultOf } from '../../../domain/activities/rules.ts';
import { type ActivitySettings, rulesOf } from '../../../domain/activities/settings.ts';
import { ownZone } from '../../_i18n/use-times.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { MomentField } from './moment-field.tsx';

const DATES = ['opens', 'due', 'closes'] as const;
const MOST_ATTEMPTS = 100;
const MOST_MINUTES = 1440;
/** Undefined: no number in this range. */
const whole = (text: string, most: number): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;

interface RulesFormProps {
  settings: ActivitySettings;
  /** a lesson is read, and has its order: no time limit, nothing shuffled */
  isQuiz: boolean;
  /** it is given by this form, and not changed */
  gives?: boolean;
  busy: boolean;
  /** why it was refused, and the field that this is about */
  refused: { error: string | undefined; field: string | undefined };
  onSave(settings: ActivitySettings): void;
}

export function RulesForm({ settings: before, isQuiz, gives = false, busy, refused, onSave }: RulesFormProps) {
  const t = useTranslations('activities.form');
  const [settings, setSettings] = useState(before);
  const [minutes, setMinutes] = useState(before.minutes === null ? '' : String(before.minutes));
  const [counted, setCounted] = useState<'question' | 'free' | 'number'>(
    before.attempts === null ? 'question' : before.attempts === 0 ? 'free' : 'number',
  );
  const [attempts, setAttempts] = useState(String(before.attempts || 1));
  const [faulty, setFaulty] = useState<{ field: string; error: string }>();
  const set = (part: Partial<ActivitySettings>): void => {
    setFaulty(undefined);
    setSettings((now) => ({ ...now, ...part }));
  };
  const error = (field: string): string | undefined =>
    faulty?.field === field ? faulty.error : refused.field === field ? refused.error : undefined;
  const known = ['opensAt', 'dueAt', 'closesAt', 'answers'].includes(refused.field ?? '');
  /** What is wanted, or the first field of it that does not fit. */
  const read = (): ActivitySettings | { field: string; error: string } => {
    const limit = minutes.trim() === '' ? null : whole(minutes, MOST_MINUTES);
    if (limit === undefined) return { field: 'minutes', error: t('range', { least: 1, most: MOST_MINUTES }) };
    const many = counted === 'question' ? null : counted === 'free' ? 0 : whole(attempts, MOST_ATTEMPTS);
    if (many === undefined) return { field: 'attempts', error: t('range', { least: 1, most: MOST_ATTEMPTS }) };
    const wanted = { ...settings, minutes: limit, attempts: many };
    const fault = faultOf(rulesOf(wanted));
    return fault === undefined ? wanted : { field: fault.field, error: t(`fault.${fault.code}`) };
  };
  const save = (): void => {
    const wanted = read();
    if ('error' in wanted) setFaulty(wanted);
    else onSave(wanted);
  };
  return (
    <div className="grid gap-5">
      {DATES.map((name) => (
        <MomentField
          key={name}
          label={t(name)}
          without={t(`without.${name}`)}
          iso={settings[`${name}At`]}
          error={error(`${name}At`)}
          onChange={(iso) => set({ [`${name}At`]: iso })}
        />
      ))}
      <p className="text-[13px] text-ink-2">
        {t('afterwards')} <Zone />
      </p>
      <div className="grid gap-3">
        <SelectField
          label={t('attempts')}
          wide
          value={counted}
          options={(['question', 'free', 'number'] as const).map((value) => ({
            value,
            label: t(`attemptsAs.${value}`),
          }))}
          onChange={({ target: { value } }) => {
            setFaulty(undefined);
            setCounted(value === 'free' ? 'free' : value === 'number' ? 'number' : 'question');
          }}
        />
        {counted === 'number' && (
          <Field
            label={t('howMany')}
            inputMode="numeric"
            value={attempts}
            error={error('attempts')}
            onChange={({ target }) => setAttempts(target.value)}
          />
        )}
      </div>
      {isQuiz && (
        <>
          <Field
            label={t('minutes')}
            hint={t('minutesHint')}
            inputMode="numeric"
            value={minutes}
            error={error('minutes')}
            onChange={({ target }) => setMinutes(target.value)}
          />
          <div className="grid gap-1">
            {(['shuffleQuestions', 'shuffleOptions'] as const).map((name) => (
              <label key={name} className="flex min-h-10 items-center gap-2.5 text-[15px]">
                <input
                  type="checkbox"
                  checked={settings[name]}
                  onChange={({ target }) => set({ [name]: target.checked })}
                  className="size-4 shrink-0 accent-violet"
                />
                {t(name)}
              </label>
            ))}
          </div>
        </>
      )}
      <div className="grid gap-1.5">
        <SelectField
          label={t('answers')}
          wide
          value={settings.answers}
          error={error('answers')}
          options={ANSWERS.map((value) => ({ value, label: t(`answersAs.${value}`) }))}
          onChange={({ target: { value } }) => set({ answers: ANSWERS.find((one) => one === value) ?? 'atOnce' })}
        />
        <p className="text-[13px] text-ink-2">{t('answersHint')}</p>
      </div>
      <p className="flex flex-wrap items-center gap-3">
        <Button look="first" idle={busy} onClick={save}>
          {t(busy ? 'saving' : gives ? 'give' : 'save')}
        </Button>
        {refused.error !== undefined && !known && (
          <span role="alert" className="text-[14px] text-wrong">
            {refused.error}
          </span>
        )}
      </p>
    </div>
  );
}

/** Which zone that is; only the browser knows it. */
function Zone() {
  const t = useTranslations('activities.form');
  const [zone, setZone] = useState<string>();
  useEffect(() => setZone(ownZone()), []);
  return zone === undefined ? null : <span>{t('zone', { zone })}</span>;
}
