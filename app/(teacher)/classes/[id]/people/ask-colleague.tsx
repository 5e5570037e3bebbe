'use client';
/** Asks somebody with an account into the class: by their sign-in name, or by a link for whoever has it. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { CopyLink } from '../../../../_ui/copy-link.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { SelectField } from '../../../../_ui/select-field.tsx';
import { useTypedForm } from '../../../../_ui/use-typed-form.ts';

type As = 'student' | 'teacher' | 'assistant';
const asOf = (typed: string): As => (typed === 'teacher' || typed === 'assistant' ? typed : 'student');

export function AskColleague({ classId }: { classId: string }) {
  const t = useTranslations('desk.members');
  const router = useRouter();
  const { busy, error, field, send } = useCommand();
  const [told, setTold] = useState<{ login: string; asked: boolean }>();
  const [link, setLink] = useState<string>();
  const form = useTypedForm({
    fields: ['login', 'as'],
    refused: { error, field },
    otherwise: 'login',
    send: async ({ login, as }) => {
      setTold(undefined);
      const done = await send('classes.invite', { classId, login, as: asOf(as) });
      if (done === undefined) return;
      setTold({ login: login.trim(), asked: done.asked });
      form.clear('login');
      router.refresh();
    },
  });
  const makeLink = async (): Promise<void> => {
    if (as === 'student') return;
    const made = await send('classes.inviteByLink', { classId, as });
    if (made === undefined) return;
    setLink(made.link);
    router.refresh();
  };
  const options = (['teacher', 'assistant', 'student'] as const).map((value) => ({
    value,
    label: t(value === 'teacher' ? 'asTeacher' : value === 'assistant' ? 'asAssistant' : 'asStudent'),
  }));
  const as = asOf(form.typed('as') || 'teacher');
  const linkWords = t(as === 'teacher' ? 'linkTeacher' : 'linkAssistant');
  return (
    <form aria-labelledby="ask-in" className="grid gap-3 rounded-2 border border-line bg-sheet p-5" {...form.form}>
      <h3 id="ask-in" className="font-semibold text-[15px]">
        {t('ask')}
      </h3>
      <p className="text-[14px] text-ink-2">{t('askText')}</p>
      <div className="flex flex-wrap items-start gap-3">
        <Field
          className="min-w-0 flex-1 basis-56 max-sm:basis-full"
          label={t('login')}
          autoComplete="off"
          autoCapitalize="none"
          required
          maxLength={80}
          {...form.field('login')}
        />
        <SelectField label={t('as')} options={options} {...form.field('as')} />
        <Button type="submit" look="first" className="min-h-11 max-sm:w-full sm:mt-[27px]" idle={busy || form.busy}>
          {t('askNow')}
        </Button>
      </div>
      <p role="status" className="text-[14px] text-good empty:hidden">
        {told !== undefined &&
          (told.asked ? (
            <>✓ {t.rich('askedNow', { login: told.login, ...BDI })}</>
          ) : (
            <span className="text-ink-2">{t.rich('isIn', { login: told.login, ...BDI })}</span>
          ))}
      </p>
      {as !== 'student' && (
        <div className="grid gap-2">
          <Button size="small" className="justify-self-start" idle={busy} onClick={() => void makeLink()}>
            {linkWords}
          </Button>
          <p className="text-[13px] text-ink-3">{t('linkText')}</p>
          {link !== undefined && <CopyLink key={link} path={link} label={linkWords} />}
        </div>
      )}
    </form>
  );
}
