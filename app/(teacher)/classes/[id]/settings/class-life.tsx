'use client';
/** What a teacher does with a class as a whole: renames it, copies it, puts it aside and back, and deletes it at last. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { useTypedForm } from '../../../../_ui/use-typed-form.ts';
import { DeleteClass } from './delete-class.tsx';

interface ClassLifeProps {
  classId: string;
  name: string;
  /** it was put aside */
  aside: boolean;
}

export function ClassLife({ classId, name, aside }: ClassLifeProps) {
  return (
    <>
      {!aside && <Rename classId={classId} name={name} />}
      <Copy classId={classId} name={name} />
      <Aside classId={classId} aside={aside} />
      {aside && <DeleteClass classId={classId} name={name} />}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-2 border border-line bg-sheet p-5">
      <h2 id={id} className="font-semibold text-[15px]">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Rename({ classId, name }: { classId: string; name: string }) {
  const t = useTranslations('desk.classLife');
  const router = useRouter();
  const { busy, error, field, send } = useCommand();
  const [done, setDone] = useState(false);
  const form = useTypedForm({
    fields: ['name'],
    refused: { error, field },
    otherwise: 'name',
    send: async (typed) => {
      const renamed = await send('classes.rename', { classId, name: typed.name });
      setDone(renamed !== undefined);
      if (renamed !== undefined) router.refresh();
    },
  });
  return (
    <Part title={t('rename')}>
      <form className="flex flex-wrap items-start gap-3" {...form.form}>
        <Field
          className="min-w-0 flex-1 basis-56"
          label={t('name')}
          defaultValue={name}
          required
          maxLength={100}
          {...form.field('name')}
        />
        <Button type="submit" className="min-h-11 sm:mt-[27px]" idle={busy || form.busy}>
          {t('rename')}
        </Button>
        <span role="status" className="w-full text-[14px] text-good empty:hidden">
          {done && `✓ ${t('renamed')}`}
        </span>
      </form>
    </Part>
  );
}

function Copy({ classId, name }: { classId: string; name: string }) {
  const t = useTranslations('desk.classLife');
  const { busy, error, field, send } = useCommand();
  const [activities, setActivities] = useState(true);
  const form = useTypedForm({
    fields: ['name', 'days'],
    refused: { error, field },
    otherwise: 'name',
    send: async (typed) => {
      const days = Math.round(Number(typed.days)) || 0;
      const made = await send('classes.copy', { classId, name: typed.name, activities, days });
      if (made !== undefined) location.assign(`/classes/${made.classId}/settings`);
    },
  });
  return (
    <Part title={t('copy')}>
      <p className="text-[14px] text-ink-2">{t('copyText')}</p>
      <form className="grid gap-3" {...form.form}>
        <Field label={t('copyName')} defaultValue={name} required maxLength={100} {...form.field('name')} />
        <label className="flex min-h-10 items-center gap-3 text-[15px]">
          <input
            type="checkbox"
            checked={activities}
            onChange={({ target }) => setActivities(target.checked)}
            className="size-5 accent-violet"
          />
          {t('activities')}
        </label>
        {activities && (
          <Field
            className="max-w-64"
            label={t('days')}
            hint={t('daysHint')}
            inputMode="numeric"
            pattern="-?[0-9]*"
            defaultValue="364"
            {...form.field('days')}
          />
        )}
        <Button type="submit" className="justify-self-start" idle={busy || form.busy}>
          {t('copyNow')}
        </Button>
      </form>
    </Part>
  );
}

function Aside({ classId, aside }: { classId: string; aside: boolean }) {
  const t = useTranslations('desk.classLife');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const put = async (archived: boolean): Promise<void> => {
    const done = await send('classes.archive', { classId, archived });
    if (done !== undefined) router.refresh();
  };
  return (
    <Part title={t('archive')}>
      <p className="text-[14px] text-ink-2">{aside ? t('archived') : t('archiveText')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button idle={busy} onClick={() => void put(!aside)}>
          {aside ? t('back') : t('archiveNow')}
        </Button>
        <span role="alert" className="text-[14px] text-wrong empty:hidden">
          {error}
        </span>
      </div>
      {!aside && <p className="text-[13px] text-ink-3">{t('deleteText')}</p>}
    </Part>
  );
}
