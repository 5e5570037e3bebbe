'use client';
/** Hands what a disabled account had made to a teacher, all at once; and gives it back. Comes when somebody asks for it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { calls } from '../../../_client/calls.ts';
import { Reads } from '../../../_client/reads.tsx';
import { useCommand } from '../../../_client/use-command.ts';
import { useRead } from '../../../_client/use-read.ts';
import { BDI } from '../../../_i18n/bdi.tsx';
import { Button } from '../../../_ui/button.tsx';
import { DateTime } from '../../../_ui/date-time.tsx';
import { Field } from '../../../_ui/field.tsx';
import { SheetDialog } from '../../../_ui/sheet-dialog.tsx';
import { useTypedForm } from '../../../_ui/use-typed-form.ts';

interface HandOverProps {
  person: { id: string; name: string };
  onClose(): void;
}

export function HandOver(props: HandOverProps) {
  return (
    <Reads>
      <Belongings {...props} />
    </Reads>
  );
}

function Belongings({ person: { id: userId, name }, onClose }: HandOverProps) {
  const t = useTranslations('desk.admin.handOver');
  const { seen, refused, again } = useRead(['belongings', userId], () => calls.people.belongings.mutate({ userId }));
  const [told, setTold] = useState('');
  const { busy, error, field, send } = useCommand();
  const back = useCommand();
  const form = useTypedForm({
    fields: ['login'],
    refused: { error, field },
    otherwise: 'login',
    send: async ({ login }) => {
      setTold('');
      const done = await send('people.handOver', { userId, login: login.trim() });
      if (done === undefined) return;
      setTold(t('done', done.moved));
      void again();
    },
  });
  const giveBack = async (handoverId: string): Promise<void> => {
    setTold('');
    const done = await back.send('people.handBack', { handoverId });
    if (done === undefined) return;
    setTold(t('isBack', done.back));
    void again();
  };
  const has = seen?.has ?? { questions: 0, quizzes: 0, pictures: 0 };
  return (
    <SheetDialog title={t.rich('title', { name, ...BDI })} onClose={onClose}>
      <div className="grid gap-5">
        {refused && (
          <p role="alert" className="text-wrong">
            {t('failed')}
          </p>
        )}
        {seen !== undefined && <p>{t('has', has)}</p>}
        {has.questions + has.quizzes + has.pictures > 0 && (
          <form {...form.form} className="grid gap-3">
            <p className="text-[14px] text-ink-2">{t('means')}</p>
            <div className="flex flex-wrap items-start gap-3">
              <Field
                className="min-w-0 flex-1 basis-56"
                label={t('login')}
                autoComplete="off"
                required
                maxLength={100}
                {...form.field('login')}
              />
              <Button type="submit" look="first" idle={busy} className="mt-6.5 min-h-11">
                {t('act')}
              </Button>
            </div>
          </form>
        )}
        <p role="status" className="text-[14px] text-good empty:hidden">
          {told}
        </p>
        {back.error !== undefined && (
          <p role="alert" className="text-[14px] text-wrong">
            {back.error}
          </p>
        )}
        {seen !== undefined && seen.handovers.length > 0 && (
          <section className="grid gap-2">
            <h3 className="font-semibold text-[15px]">{t('before')}</h3>
            <ul className="divide-y divide-line">
              {seen.handovers.map(({ id, at, to, undone, questions, quizzes, pictures }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-[14px]">
                  <span className="min-w-0 flex-1 basis-56">
                    {to === null ? t('gone') : t.rich('to', { name: to, ...BDI })} · <DateTime iso={at} />
                    <span className="block text-ink-2">{t('things', { questions, quizzes, pictures })}</span>
                  </span>
                  {undone && <span className="text-ink-2">{t('undone')}</span>}
                  {!undone && to !== null && (
                    <Button size="small" idle={back.busy} onClick={() => void giveBack(id)}>
                      {t('giveBack')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </SheetDialog>
  );
}
