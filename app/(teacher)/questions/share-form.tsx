'use client';
/** With whom the chosen questions are shared, and how far: with one teacher by their sign-in name, or with all of them. */
import { useTranslations } from 'next-intl';
import { SHARES, type Share } from '../../../domain/people/policies/rule.ts';
import type { Commanding } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';

interface ShareFormProps {
  sharing: Pick<Commanding, 'busy' | 'error' | 'field'>;
  /** null: every teacher */
  onShare(login: string | null, may: Share): void;
}

export function ShareForm({ sharing, onShare }: ShareFormProps) {
  const t = useTranslations('desk.sharing');
  const form = useTypedForm({
    fields: ['login', 'may'],
    refused: sharing,
    otherwise: 'login',
    send: async ({ login, may }) => onShare(login.trim(), mayOf(may)),
  });
  return (
    <form {...form.form} className="flex flex-wrap items-end gap-2">
      <Field
        className="min-w-0 flex-1 basis-44"
        label={t('login')}
        autoComplete="off"
        required
        maxLength={100}
        {...form.field('login')}
      />
      <SelectField
        label={t('mayWhat')}
        options={SHARES.map((value) => ({ value, label: t(`may.question.${value}`) }))}
        {...form.field('may')}
      />
      <Button type="submit" idle={sharing.busy} className="min-h-11">
        {t('share')}
      </Button>
      {/* nobody means everybody by leaving a field empty */}
      <Button idle={sharing.busy} className="min-h-11" onClick={() => onShare(null, mayOf(form.typed('may')))}>
        {t('shareAll')}
      </Button>
    </form>
  );
}

const mayOf = (typed: string): Share => SHARES.find((one) => one === typed) ?? 'look';
