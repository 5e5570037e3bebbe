'use client';
/** What is known of a question beside its text: how lessons ask it, who else may use it, and its versions. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SHARES, type Share } from '../../../domain/people/policies/rule.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';

export interface QuestionHistoryShown {
  /** newest first */
  versions: readonly { number: number; source: string; correction: boolean; at: string; by: string | null }[];
  lessons: readonly { id: string; title: string; version: number }[];
  /** null: every teacher */
  shares: readonly { user: { id: string; name: string; login: string } | null; may: Share }[];
}

interface QuestionAboutProps {
  id: string;
  /** the newest */
  version: number;
  may: { share: boolean };
  history: QuestionHistoryShown;
  onShared(): void;
}

export function QuestionAbout({ id, version: newest, may, history, onShared }: QuestionAboutProps) {
  const t = useTranslations('desk.questions');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5">
      <section className="grid gap-2">
        <h2 className="font-semibold text-[16px]">{t('asked')}</h2>
        <p className="text-[14px] text-ink-2">{t('askedHow')}</p>
        <code className="break-all rounded-1 bg-fill px-3 py-2 text-[13px]" dir="ltr">
          {`::question{#some-id ref=${id} version=${newest}}`}
        </code>
        <ul className="grid gap-1 text-[14px] empty:hidden">
          {history.lessons.map(({ id: lesson, title, version }) => (
            <li key={lesson}>{t.rich('askedIn', { title, version, ...BDI })}</li>
          ))}
        </ul>
      </section>
      {may.share && <Shares questionId={id} shares={history.shares} onShared={onShared} />}
      <section className="grid gap-2">
        <h2 className="font-semibold text-[16px]">{t('versions')}</h2>
        <ol className="grid gap-2 text-[14px]">
          {history.versions.map(({ number, source, correction, at, by }) => (
            <li key={number}>
              <details>
                <summary className="cursor-pointer">
                  {t('version', { version: number })} · <DateTime iso={at} />
                  {by !== null && (
                    <>
                      {' · '}
                      <bdi>{by}</bdi>
                    </>
                  )}{' '}
                  {correction && <Chip tone="violet">↻ {t('corrected')}</Chip>}
                </summary>
                <pre className="mt-2 overflow-auto whitespace-pre-wrap break-words rounded-1 bg-fill px-3 py-2 text-[13px]">
                  {source}
                </pre>
              </details>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

interface SharesProps {
  questionId: string;
  shares: QuestionHistoryShown['shares'];
  onShared(): void;
}

function Shares({ questionId, shares, onShared }: SharesProps) {
  const t = useTranslations('desk.questions');
  const { busy, error, field, send } = useCommand();
  const [told, setTold] = useState('');
  const share = async (login: string | null, may: Share | null): Promise<void> => {
    if ((await send('bank.share', { questionId, login, may })) === undefined) return;
    setTold(t(may === null ? 'unshared' : 'shared'));
    onShared();
  };
  const form = useTypedForm({
    fields: ['login', 'may'],
    refused: { error, field },
    otherwise: 'login',
    send: ({ login, may }) =>
      share(login.trim() === '' ? null : login.trim(), SHARES.find((one) => one === may) ?? 'look'),
  });
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-[16px]">{t('sharing')}</h2>
      <ul className="grid gap-1 text-[14px] empty:hidden">
        {shares.map(({ user, may }) => (
          <li key={user?.id ?? 'all'} className="flex flex-wrap items-center gap-x-3">
            <span>
              {user === null ? t('everyTeacher') : <bdi>{user.name}</bdi>}: {t(`may.${may}`)}
            </span>
            <Button size="small" look="quiet" idle={busy} onClick={() => void share(user?.login ?? null, null)}>
              {t('unshare')}
            </Button>
          </li>
        ))}
      </ul>
      <form {...form.form} className="flex flex-wrap items-start gap-3">
        <Field
          className="min-w-0 flex-1 basis-56"
          label={t('login')}
          hint={t('loginHint')}
          autoComplete="off"
          maxLength={100}
          {...form.field('login')}
        />
        <SelectField
          label={t('mayWhat')}
          options={SHARES.map((value) => ({ value, label: t(`may.${value}`) }))}
          {...form.field('may')}
        />
        <Button type="submit" idle={busy} className="mt-6">
          {t('share')}
        </Button>
      </form>
      <p role="status" className="text-[14px] text-good empty:hidden">
        {told}
      </p>
    </section>
  );
}
