'use client';
/** A mail a day with what is new: to which address, and whether at all. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../_client/use-command.ts';
import { BDI } from '../_i18n/bdi.tsx';
import { Button } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { useTypedForm } from '../_ui/use-typed-form.ts';

const loadRules = () => import('../../domain/notices/input.ts').then(({ mailForm }) => mailForm);

interface DigestFormProps {
  /** confirmed; null: none */
  address: string | null;
  /** not confirmed yet; null: none */
  waiting: string | null;
  digest: boolean;
}

export function DigestForm({ address, waiting, digest }: DigestFormProps) {
  const t = useTranslations('account.digest');
  const router = useRouter();
  const { busy, error, field, send } = useCommand();
  const act = async (done: Promise<object | undefined>): Promise<boolean> => {
    if ((await done) === undefined) return false;
    router.refresh();
    return true;
  };
  const form = useTypedForm({
    fields: ['address'],
    rules: loadRules,
    refused: { error, field },
    otherwise: 'address',
    send: async ({ address: given }) => {
      // what was refused stays, to be put right
      if (await act(send('notices.address', { address: given }))) form.clear('address');
    },
  });
  if (address !== null)
    return (
      <div className="grid justify-items-start gap-3">
        <p>{t.rich(digest ? 'goesTo' : 'isOff', { address, ...BDI })}</p>
        <span className="flex flex-wrap gap-2">
          <Button idle={busy} onClick={() => void act(send('notices.digest', { on: !digest }))}>
            {t(digest ? 'turnOff' : 'turnOn')}
          </Button>
          <Button idle={busy} onClick={() => void act(send('notices.address', { address: null }))}>
            {t('forget')}
          </Button>
        </span>
        <p role="alert" className="text-[14px] text-wrong empty:hidden">
          {error}
        </p>
      </div>
    );
  const { error: wrong, ...typed } = form.field('address');
  return (
    <form className="grid justify-items-start gap-3" {...form.form}>
      <Field
        className="w-full"
        label={t('address')}
        hint={t('hint')}
        type="email"
        autoComplete="email"
        error={wrong}
        {...typed}
      />
      <Button type="submit" idle={busy}>
        {t('send')}
      </Button>
      {waiting !== null && (
        <p role="status" className="text-[14px] text-ink-2">
          {t.rich('sent', { address: waiting, ...BDI })}
        </p>
      )}
    </form>
  );
}
