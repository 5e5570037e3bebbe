'use client';
/** Who edits a course beside the admins: anybody with an account, given and taken by an admin. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import type { Tree } from '../../../../_data/courses.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { useTypedForm } from '../../../../_ui/use-typed-form.ts';

export function Editors({ courseId, editors }: { courseId: string; editors: Tree['editors'] }) {
  const t = useTranslations('desk.tree.editors');
  const router = useRouter();
  const { busy, error, field, send } = useCommand();
  const [told, setTold] = useState<{ login: string; edits: boolean }>();
  const set = async (login: string, edits: boolean): Promise<void> => {
    setTold(undefined);
    if ((await send('courses.editor', { courseId, login, edits })) === undefined) return;
    setTold({ login, edits });
    router.refresh();
  };
  const form = useTypedForm({
    fields: ['login'],
    refused: { error, field },
    otherwise: 'login',
    send: ({ login }) => set(login.trim(), true),
  });
  return (
    <section
      aria-label={t('title')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5"
    >
      <h2 className="font-semibold text-[16px]">{t('title')}</h2>
      <p className="text-[14px] text-ink-2">{t('means')}</p>
      <ul className="grid gap-1 text-[14px] empty:hidden">
        {editors.map(({ id, name, login }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span>{t.rich('one', { name, login, ...BDI })}</span>
            <Button
              size="small"
              look="quiet"
              idle={busy}
              aria-label={t('takeOf', { name })}
              onClick={() => void set(login, false)}
            >
              {t('take')}
            </Button>
          </li>
        ))}
      </ul>
      <form {...form.form} className="flex flex-wrap items-start gap-3">
        <Field
          className="min-w-0 flex-1 basis-56"
          label={t('login')}
          autoComplete="off"
          required
          maxLength={100}
          {...form.field('login')}
        />
        <Button type="submit" idle={busy} className="min-h-11 sm:mt-[27px]">
          {t('give')}
        </Button>
      </form>
      <p role="status" className="flex flex-wrap items-center gap-3 text-[14px] text-good empty:hidden">
        {told !== undefined && (
          <>
            {t(told.edits ? 'given' : 'taken')}
            <Button size="small" look="quiet" onClick={() => void set(told.login, !told.edits)}>
              {t('undo')}
            </Button>
          </>
        )}
      </p>
    </section>
  );
}
