'use client';
/** By which rules a class is given a lesson or a quiz. What does not fit together is told at its field. */
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { faultOf } from '../../../domain/activities/rules.ts';
import { type ActivitySettings, rulesOf } from '../../../domain/activities/settings.ts';
import type { ActivityChoices } from '../../../domain/activities/told.ts';
import { ownZone } from '../../_i18n/use-times.ts';
import { Button } from '../../_ui/button.tsx';
import { HomeworkFields } from './homework-fields.tsx';
import { readTyped, typedOf } from './homework-typed.ts';
import { LateFields } from './late-fields.tsx';
import { readLate, typedLate } from './late-typed.ts';
import { MomentField } from './moment-field.tsx';
import { PickSome } from './pick-some.tsx';

const DATES = ['opens', 'due', 'closes'] as const;
/** Fields that say themselves why they were refused. */
const KNOWN = ['opensAt', 'dueAt', 'closesAt', 'answers', 'late', 'questions', 'students'];

interface RulesFormProps {
  settings: ActivitySettings;
  /** a lesson is read, and has its order: no time limit, nothing shuffled */
  isQuiz: boolean;
  /** it is given by this form, and not changed */
  gives?: boolean;
  busy: boolean;
  /** the class's own, as the page knows it: a date is typed before the choices have come; null: it has none yet */
  zone: string | null;
  /** why it was refused, and the field that this is about */
  refused: { error: string | undefined; field: string | undefined };
  /** what can be chosen from; left out: it is not known yet */
  choices?: ActivityChoices | undefined;
  onSave(settings: ActivitySettings): void;
}

export function RulesForm(props: RulesFormProps) {
  const { settings: before, isQuiz, gives = false, busy, refused, choices, onSave } = props;
  const t = useTranslations('activities.form');
  const [settings, setSettings] = useState(before);
  const [typed, setTyped] = useState(() => typedOf(before));
  const [late, setLate] = useState(() => typedLate(before));
  const [faulty, setFaulty] = useState<{ field: string; error: string }>();
  const zone = choices?.timeZone ?? props.zone;
  const set = (part: Partial<ActivitySettings>): void => {
    setFaulty(undefined);
    setSettings((now) => ({ ...now, ...part }));
  };
  const error = (field: string): string | undefined =>
    faulty?.field === field ? faulty.error : refused.field === field ? refused.error : undefined;
  /** What is wanted, or the first field of it that does not fit. */
  const read = (): ActivitySettings | { field: string; error: string } => {
    const rules = readTyped(typed);
    if ('range' in rules) return { field: rules.field, error: t('range', rules.range) };
    const lateRules = readLate(late);
    if ('field' in lateRules) return { field: lateRules.field, error: t('percent') };
    const wanted = { ...settings, ...rules, ...lateRules };
    for (const name of ['questions', 'students'] as const)
      if (wanted[name]?.length === 0) return { field: name, error: t('pickOne') };
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
          zone={zone}
          error={error(`${name}At`)}
          onChange={(iso) => set({ [`${name}At`]: iso })}
        />
      ))}
      <p className="text-[13px] text-ink-2">
        {t('afterwards')} <Zone zone={zone} />
      </p>
      <LateFields
        typed={late}
        error={error}
        onChange={(part) => {
          setFaulty(undefined);
          setLate((now) => ({ ...now, ...part }));
        }}
      />
      <HomeworkFields
        typed={typed}
        isQuiz={isQuiz}
        error={error}
        onChange={(part) => {
          setFaulty(undefined);
          setTyped((now) => ({ ...now, ...part }));
        }}
      />
      {choices !== undefined && choices.questions.length > 1 && (
        <PickSome
          legend={t('which')}
          all={t('whichAs.all', { count: choices.questions.length })}
          some={t('whichAs.some')}
          from={choices.questions.map(({ name, title, number, role }) => ({
            id: name,
            label: t.rich(role === 'exercise' ? 'exercise' : 'check', {
              number,
              title,
              bdi: (text) => <bdi>{text}</bdi>,
            }),
          }))}
          picked={settings.questions}
          error={error('questions')}
          onChange={(questions) => set({ questions })}
        />
      )}
      {choices !== undefined && choices.students.length > 0 && (
        <PickSome
          legend={t('whom')}
          all={t('whomAs.all')}
          some={t('whomAs.some')}
          from={choices.students.map(({ id, name }) => ({ id, label: <bdi>{name}</bdi> }))}
          picked={settings.students}
          error={error('students')}
          onChange={(students) => set({ students })}
        />
      )}
      <p className="flex flex-wrap items-center gap-3">
        <Button look="first" idle={busy} onClick={save}>
          {t(busy ? 'saving' : gives ? 'give' : 'save')}
        </Button>
        {refused.error !== undefined && !KNOWN.includes(refused.field ?? '') && (
          <span role="alert" className="text-[14px] text-wrong">
            {refused.error}
          </span>
        )}
      </p>
    </div>
  );
}

/** Which zone that is: the class's, or the writer's, which only the browser knows. */
function Zone({ zone }: { zone: string | null }) {
  const t = useTranslations('activities.form');
  const [own, setOwn] = useState<string>();
  useEffect(() => setOwn(ownZone()), []);
  if (zone !== null) return <span>{t('classZone', { zone })}</span>;
  return own === undefined ? null : <span>{t('zone', { zone: own })}</span>;
}
