'use client';
/** By which rules a class is given a lesson or a quiz. What does not fit together is told at its field. */
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { faultOf } from '../../../domain/activities/rules.ts';
import { type ActivitySettings, rulesOf } from '../../../domain/activities/settings.ts';
import { ownZone } from '../../_i18n/use-times.ts';
import { Button } from '../../_ui/button.tsx';
import { HomeworkFields } from './homework-fields.tsx';
import { readTyped, typedOf } from './homework-typed.ts';
import { MomentField } from './moment-field.tsx';

const DATES = ['opens', 'due', 'closes'] as const;

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
  const [typed, setTyped] = useState(() => typedOf(before));
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
    const rules = readTyped(typed);
    if ('range' in rules) return { field: rules.field, error: t('range', rules.range) };
    const wanted = { ...settings, ...rules };
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
      <HomeworkFields
        typed={typed}
        isQuiz={isQuiz}
        error={error}
        onChange={(part) => {
          setFaulty(undefined);
          setTyped((now) => ({ ...now, ...part }));
        }}
      />
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
