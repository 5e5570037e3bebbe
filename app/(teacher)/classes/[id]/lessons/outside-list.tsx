'use client';
/** What counts and is not in here: oral work, a test on paper. Each has a name, points to have and perhaps a date. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { MomentField } from '../../../../_features/activities/moment-field.tsx';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';
import { useTypedForm } from '../../../../_ui/use-typed-form.ts';

interface Outside {
  id: string;
  title: string;
  maxPoints: number;
  dueAt: string | null;
  /** taken back: it is there to be had again, with its points */
  taken: boolean;
  /** students see nothing of it yet */
  hidden: boolean;
}

interface OutsideListProps {
  classId: string;
  /** by whose clock dates are meant; null: the reader's own */
  zone: string | null;
  initial: readonly Outside[];
}

export function OutsideList({ classId, zone, initial }: OutsideListProps) {
  const t = useTranslations('activities.outside');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const [open, setOpen] = useState<Outside | 'new'>();
  const [taken, setTaken] = useState<string>();
  const withdraw = async (activityId: string, withdrawn: boolean): Promise<void> => {
    if ((await send('activities.takeBack', { classId, activityId, withdrawn })) === undefined) return;
    setTaken(withdrawn ? activityId : undefined);
    router.refresh();
  };
  return (
    <section aria-labelledby="outside" className="grid gap-2">
      <h2 id="outside" className="font-semibold text-[15px] text-ink-2">
        {t('title')}
      </h2>
      <p className="text-[14px] text-ink-2">{t('text')}</p>
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet empty:hidden">
        {initial
          .filter(({ taken: gone }) => !gone)
          .map((one) => (
            <li key={one.id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 text-[14px]">
              <bdi className="min-w-0 flex-1 basis-40 font-[550]">{one.title}</bdi>
              <span className="text-[13px] text-ink-2">
                {one.dueAt !== null && <DateTime iso={one.dueAt} form="dated" zone={zone} />} / {one.maxPoints}
              </span>
              <ButtonLink
                size="small"
                prefetch={false}
                href={`/classes/${classId}/activities/${one.id}`}
                aria-label={t('resultsOf', { title: one.title })}
              >
                {t('results')}
              </ButtonLink>
              <Button
                size="small"
                disabled={busy}
                aria-label={t('editOf', { title: one.title })}
                onClick={() => setOpen(one)}
              >
                {t('edit')}
              </Button>
              <Button
                size="small"
                look="quiet"
                className="max-sm:-ms-3"
                disabled={busy}
                aria-label={t('takeOf', { title: one.title })}
                onClick={() => void withdraw(one.id, true)}
              >
                {t('take')}
              </Button>
            </li>
          ))}
      </ul>
      {initial.some(({ taken: gone }) => gone) && (
        <details className="text-[14px]">
          <summary className="min-h-8 cursor-pointer text-ink-2">{t('takenBack')}</summary>
          <ul className="mt-1 divide-y divide-line rounded-2 border border-line bg-sheet">
            {initial
              .filter(({ taken: gone }) => gone)
              .map(({ id, title }) => (
                <li key={id} className="flex min-h-12 flex-wrap items-center gap-3 px-4 py-2">
                  <bdi className="min-w-0 flex-1">{title}</bdi>
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={t('againOf', { title })}
                    onClick={() => void withdraw(id, false)}
                  >
                    {t('again')}
                  </Button>
                </li>
              ))}
          </ul>
        </details>
      )}
      <p className="flex flex-wrap items-center gap-3 text-[14px]">
        <Button size="small" onClick={() => setOpen('new')}>
          {t('add')}
        </Button>
        {taken !== undefined && (
          <span role="status" className="text-ink-2">
            {t('taken')}{' '}
            <button type="button" className="text-violet-ink underline" onClick={() => void withdraw(taken, false)}>
              {t('undo')}
            </button>
          </span>
        )}
        <span role="alert" className="text-wrong empty:hidden">
          {error}
        </span>
      </p>
      {open !== undefined && (
        <OutsideSheet
          classId={classId}
          zone={zone}
          before={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            router.refresh();
          }}
        />
      )}
    </section>
  );
}

interface OutsideSheetProps {
  classId: string;
  zone: string | null;
  /** left out: a new one */
  before: Outside | undefined;
  onClose(): void;
  onDone(): void;
}

function OutsideSheet({ classId, zone, before, onClose, onDone }: OutsideSheetProps) {
  const t = useTranslations('activities.outside');
  const common = useTranslations('common');
  const { busy, error, field, send } = useCommand();
  const [dueAt, setDueAt] = useState(before?.dueAt ?? null);
  const [hidden, setHidden] = useState(before?.hidden ?? false);
  const [faulty, setFaulty] = useState(false);
  const form = useTypedForm({
    fields: ['title', 'max'],
    refused: { error, field },
    otherwise: 'title',
    send: async ({ title, max }) => {
      const maxPoints = Number(max.trim().replace(',', '.'));
      const isMax = max.trim() !== '' && maxPoints > 0 && maxPoints <= 1000;
      setFaulty(!isMax);
      if (!isMax) return;
      const of = before === undefined ? { classId } : { classId, activityId: before.id };
      if ((await send('activities.outside', { ...of, title, maxPoints, dueAt, hidden })) !== undefined) onDone();
    },
  });
  const max = form.field('max');
  return (
    <SheetDialog title={before === undefined ? t('add') : before.title} onClose={onClose}>
      <form className="grid gap-5" {...form.form}>
        <Field label={t('name')} required maxLength={100} defaultValue={before?.title} {...form.field('title')} />
        <Field
          label={t('max')}
          required
          inputMode="decimal"
          defaultValue={before?.maxPoints}
          className="max-w-40"
          {...max}
          error={faulty ? t('maxRange') : max.error}
        />
        <MomentField
          label={t('when')}
          without={t('whenNone')}
          iso={dueAt}
          zone={zone}
          error={undefined}
          onChange={setDueAt}
        />
        <label className="flex min-h-10 items-center gap-2.5 text-[15px]">
          <input
            type="checkbox"
            checked={hidden}
            onChange={({ target }) => setHidden(target.checked)}
            className="size-4 shrink-0 accent-violet"
          />
          {t('hide')}
        </label>
        <p className="flex flex-wrap gap-3">
          <Button type="submit" look="first" idle={busy || form.busy}>
            {t(before === undefined ? 'saveNew' : 'save')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </p>
      </form>
    </SheetDialog>
  );
}
