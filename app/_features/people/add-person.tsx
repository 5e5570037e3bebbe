'use client';
/** Adds a person: a name is enough, the sign-in name is suggested; what comes back is their one-time link. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { suggestLogin } from '../../../domain/people/names/sign-in-name.ts';
import type { Role } from '../../../domain/people/permissions.ts';
import { useCommand } from '../../_client/use-command.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';
import type { MadeLink } from './one-time-links.tsx';

interface AddPersonProps {
  title: string;
  classId: string | null;
  /** the first is chosen to begin with; with one there is nothing to choose */
  roles: readonly Role[];
  /** what the choice of a role and the roles are called, where there is something to choose */
  roleLabel?: string;
  roleNames?: Partial<Record<Role, string>>;
  onAdded(link: MadeLink): void;
}

export function AddPerson({ title, classId, roles, roleLabel = '', roleNames = {}, onAdded }: AddPersonProps) {
  const t = useTranslations('desk.people');
  const { busy, error, field, send } = useCommand();
  const id = useId();
  const [first = 'student'] = roles;
  const add = useTypedForm({
    fields: ['name', 'login', 'role'],
    rules: async () => (await import('../../../domain/people/input.ts')).newPerson,
    beside: { classId, ...(roles.length > 1 ? {} : { role: first }) },
    follows: { login: ({ name }) => suggestLogin(name) },
    refused: { error, field },
    otherwise: 'login',
    send: async ({ name, login, role: chosen }) => {
      const role = roles.find((one) => one === chosen) ?? first;
      const made = await send('people.add', { name, login, role, classId });
      if (made === undefined) return;
      onAdded({ name, path: made.link });
      add.clear('name', 'login');
      add.focus('name');
    },
  });
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="grid gap-3 rounded-2 border border-line bg-sheet p-5"
      {...add.form}
    >
      <h2 id={`${id}-title`} className="font-semibold text-[15px]">
        {title}
      </h2>
      <p className="text-[14px] text-ink-2">{t('addText')}</p>
      <div className="flex flex-wrap items-start gap-3">
        <Field
          className="min-w-0 flex-1 basis-56 max-sm:basis-full"
          label={t('name')}
          autoComplete="off"
          required
          maxLength={100}
          {...add.field('name')}
        />
        <Field
          className="min-w-0 flex-1 basis-56 max-sm:basis-full"
          label={t('login')}
          hint={t('loginRule')}
          autoComplete="off"
          autoCapitalize="none"
          required
          minLength={2}
          maxLength={80}
          {...add.field('login')}
        />
        {roles.length > 1 && (
          <SelectField
            label={roleLabel}
            options={roles.map((role) => ({ value: role, label: roleNames[role] ?? role }))}
            {...add.field('role')}
          />
        )}
        <Button
          type="submit"
          look="first"
          disabled={busy || add.busy || add.typed('name').trim() === ''}
          className="min-h-11 max-sm:w-full sm:mt-[27px]"
        >
          {t('addNow')}
        </Button>
      </div>
    </form>
  );
}
