'use client';
/** By the clock of which place the dates of a class are meant. */
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { isTimeZone } from '../../../../../domain/activities/time-zone.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { ownZone } from '../../../../_i18n/use-times.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { useTypedForm } from '../../../../_ui/use-typed-form.ts';

interface ZoneSettingProps {
  classId: string;
  /** null: nobody has said so yet */
  initial: string | null;
}

export function ZoneSetting({ classId, initial }: ZoneSettingProps) {
  const t = useTranslations('desk.classLife.zone');
  const id = useId();
  const { busy, error, send } = useCommand();
  const [zones, setZones] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<'saved' | 'bad'>();
  const form = useTypedForm({
    fields: ['zone'],
    refused: { error, field: undefined },
    otherwise: 'zone',
    send: async ({ zone }) => {
      const timeZone = zone.trim();
      if (!isTimeZone(timeZone)) return setSaid('bad');
      setSaid((await send('classes.settings', { classId, timeZone })) === undefined ? undefined : 'saved');
    },
  });
  useEffect(() => setZones(Intl.supportedValuesOf('timeZone')), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once: who empties the field wants it empty
  useEffect(() => {
    // what is likely is there to be saved
    if (initial === null && form.typed('zone') === '') form.write('zone', ownZone());
  }, []);
  const field = form.field('zone');
  return (
    <section aria-labelledby={`${id}-title`} className="grid gap-3 rounded-2 border border-line bg-sheet p-5">
      <h2 id={`${id}-title`} className="font-semibold text-[15px]">
        {t('title')}
      </h2>
      <p className="text-[14px] text-ink-2">{t('text')}</p>
      <form className="flex flex-wrap items-start gap-3" {...form.form}>
        <Field
          className="min-w-0 flex-1 basis-56"
          label={t('field')}
          list={`${id}-zones`}
          autoComplete="off"
          maxLength={64}
          defaultValue={initial ?? undefined}
          hint={initial === null ? t('none') : undefined}
          {...field}
          error={said === 'bad' ? t('bad') : field.error}
        />
        <datalist id={`${id}-zones`}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <Button type="submit" className="min-h-11 sm:mt-[27px]" idle={busy || form.busy}>
          {t('save')}
        </Button>
        <span role="status" className="w-full text-[14px] text-good empty:hidden">
          {said === 'saved' && `✓ ${t('saved')}`}
        </span>
      </form>
    </section>
  );
}
