'use client';
/** Adds a person: a name is enough, the sign-in name is suggested; what comes back is their one-time link. */
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { suggestLogin } from '../../../domain/names/sign-in-name.ts';
import type { Role } from '../../../domain/permissions.ts';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import type { MadeLink } from './one-time-links.tsx';
import { useDeskCommand } from './use-desk-command.ts';

interface AddPersonProps {
  title: string;
  classId: string | null;
  /** the first is chosen to begin with; with one there is nothing to choose */
  roles: readonly Role[];
  onAdded(link: MadeLink): void;
}

export function AddPerson({ title, classId, roles, onAdded }: AddPersonProps) {
  const t = useTranslations('desk.people');
  const words = useTranslations('desk.admin');
  const [name, setName] = useState('');
  /** undefined: as suggested by the name */
  const [login, setLogin] = useState<string>();
  const [role, setRole] = useState<Role>(roles[0] ?? 'student');
  const { busy, error, field, send } = useDeskCommand();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [refused, setRefused] = useState(0);
  // one goes on where something is to be mended
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  const wanted = login ?? suggestLogin(name);
  const add = async (): Promise<void> => {
    const made = await send<{ link: string }>('addPerson', { name, login: wanted, role, classId });
    if (made === undefined) {
      setRefused((before) => before + 1);
      return;
    }
    onAdded({ name, path: made.link });
    setName('');
    setLogin(undefined);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      ref={form}
      aria-labelledby={`${id}-title`}
      className="grid gap-3 rounded-2 border border-line bg-sheet p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
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
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={field === 'name' ? error : undefined}
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
          value={wanted}
          onChange={(event) => setLogin(event.target.value)}
          error={field === 'name' ? undefined : error}
        />
        {roles.length > 1 && (
          <div className="grid gap-1.5">
            <label htmlFor={id} className="font-[550] text-[14px]">
              {words('role')}
            </label>
            <select
              id={id}
              value={role}
              onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? role)}
              className="min-h-11 rounded-[10px] border border-line bg-sheet px-3"
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {words(`roles.${one}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        <Button
          type="submit"
          look="first"
          disabled={busy || name.trim() === ''}
          className="min-h-11 max-sm:w-full sm:mt-[27px]"
        >
          {t('addNow')}
        </Button>
      </div>
    </form>
  );
}
