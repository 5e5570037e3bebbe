'use client';
/** Who edits a course beside the admins: anybody with an account, given and taken by an admin. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../../../../_client/use-command.ts';
import type { Tree } from '../../../../../_data/courses.ts';
import { BDI } from '../../../../../_i18n/bdi.tsx';
import { Button } from '../../../../../_ui/button.tsx';

interface EditorsProps {
  courseId: string;
  editors: Tree['editors'];
}

export function Editors({ courseId, editors }: EditorsProps) {
  const t = useTranslations('desk.tree.editors');
  const router = useRouter();
  const { busy, error: refused, field, send } = useCommand();
  const error = refused !== undefined && field === 'login' ? t('noAccount') : refused;
  const [login, setLogin] = useState('');
  const [told, setTold] = useState<{ login: string; edits: boolean }>();
  const set = async (whose: string, edits: boolean): Promise<void> => {
    setTold(undefined);
    if ((await send('courses.editor', { courseId, login: whose, edits })) === undefined) return;
    setTold({ login: whose, edits });
    setLogin('');
    router.refresh();
  };
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (login.trim() !== '' && !busy) void set(login.trim(), true);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5">
      <ul className="grid gap-1 text-[14px] empty:hidden">
        {editors.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3">
            <span>{t.rich('one', { name: one.name, login: one.login, ...BDI })}</span>
            <Button
              size="small"
              look="quiet"
              idle={busy}
              aria-label={t('takeOf', { name: one.name })}
              onClick={() => void set(one.login, false)}
            >
              {t('take')}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={give} className="flex flex-wrap items-end gap-3">
        <label className="grid min-w-0 flex-1 basis-56 gap-1.5 font-[550] text-[14px]">
          {t('login')}
          <input
            value={login}
            onChange={({ target }) => setLogin(target.value)}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={100}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : 'editors-error'}
            className="min-h-11 min-w-0 rounded-[10px] border border-line bg-sheet px-3 font-normal text-[16px] aria-invalid:border-wrong"
          />
        </label>
        <Button type="submit" idle={busy || login.trim() === ''} className="min-h-11">
          {t('give')}
        </Button>
      </form>
      {error !== undefined && (
        <p id="editors-error" role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
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
    </div>
  );
}
