'use client';
/** Makes a class; then straight to its people, where the join link is. */
import { useTranslations } from 'next-intl';
import { useCommand } from '../../_client/use-command.ts';
import { ownZone } from '../../_i18n/use-times.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';

export function NewClass({ courses }: { courses: { id: string; title: string }[] }) {
  const t = useTranslations('desk.classes');
  const { busy, error, field, send } = useCommand();
  const make = useTypedForm({
    fields: ['name', 'courseId'],
    rules: async () => (await import('../../../domain/people/input.ts')).newClass,
    refused: { error, field },
    otherwise: 'name',
    send: async ({ name, courseId }) => {
      const made = await send('classes.create', { name, courseId, timeZone: ownZone() });
      if (made) location.assign(`/classes/${made.classId}/people`);
    },
  });
  return (
    <form
      // as wide as where it stands: a page of its own, or a step
      className="@container grid rounded-2 border border-line bg-sheet p-5"
      {...make.form}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @2xl:grid-cols-[1fr_1fr_auto] @2xl:items-start">
        <Field label={t('name')} required maxLength={100} {...make.field('name')} />
        <SelectField
          label={t('course')}
          options={courses.map(({ id, title }) => ({ value: id, label: title }))}
          {...make.field('courseId')}
        />
        <Button
          type="submit"
          look="first"
          disabled={busy || make.busy || make.typed('name').trim() === ''}
          className="min-h-11 @2xl:mt-[27px]"
        >
          {busy ? t('making') : t('make')}
        </Button>
      </div>
    </form>
  );
}
