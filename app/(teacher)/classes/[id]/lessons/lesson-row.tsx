'use client';
/** One written lesson of the plan: give it, set when it is due, take it back. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';
import { DueField } from './due-field.tsx';

interface PlannedLesson {
  id: string;
  /** null: it was taken out of the course's list, and this class still has it */
  place: number | null;
  title: string;
  slug: string;
  given: boolean;
  dueAt: string | null;
}

export function LessonRow({ classId, lesson }: { classId: string; lesson: PlannedLesson }) {
  const t = useTranslations('desk.lessons');
  const [plan, setPlan] = useState({ given: lesson.given, dueAt: lesson.dueAt });
  const [saved, setSaved] = useState(false);
  const { busy, error, send } = useCommand();
  const { ask, dialog } = useAsking();
  const save = async (wanted: typeof plan): Promise<void> => {
    setSaved(false);
    const done = await send('classes.assign', { classId, lessonId: lesson.id, ...wanted });
    if (done === undefined) return;
    setPlan(wanted);
    setSaved(true);
  };
  const takeBack = async (): Promise<void> => {
    const title = t.rich('takeSure', { lesson: lesson.title, ...BDI });
    if (await ask({ title, text: t('takeMeans', { due: plan.dueAt === null ? 'no' : 'yes' }), act: t('take') }))
      await save({ given: false, dueAt: null });
  };
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 text-[14px] max-sm:gap-x-3">
      <span className="w-5 shrink-0 text-end text-ink-3 tabular-nums">{lesson.place ?? '–'}</span>
      <span className="min-w-0 flex-1 basis-56 max-sm:basis-36">
        <Link href={`/lessons/${lesson.slug}`} className="font-[550] hover:text-violet-ink hover:underline">
          {lesson.title}
        </Link>
      </span>
      {(error !== undefined || saved) && (
        <span role="status" className={error === undefined ? 'text-[13px] text-good' : 'text-[13px] text-wrong'}>
          {error ?? `✓ ${t('saved')}`}
        </span>
      )}
      {plan.given && (
        <>
          <Chip tone="right">✓ {t('given')}</Chip>
          <DueField
            label={t('due')}
            of={lesson.title}
            dueAt={plan.dueAt}
            onChange={(dueAt) => void save({ given: true, dueAt })}
          />
          <Button
            size="small"
            look="quiet"
            className="max-sm:-ms-3"
            disabled={busy}
            aria-label={t('takeOf', { lesson: lesson.title })}
            onClick={() => void takeBack()}
          >
            {t('take')}
          </Button>
        </>
      )}
      {!plan.given && (
        <Button
          size="small"
          disabled={busy}
          aria-label={t('giveOf', { lesson: lesson.title })}
          onClick={() => void save({ given: true, dueAt: null })}
        >
          {t('give')}
        </Button>
      )}
      {dialog}
    </li>
  );
}
