'use client';
/** Who teaches the class and who assists in it, and a way in for one more. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';
import { AskColleague } from './ask-colleague.tsx';

interface Colleague {
  id: string;
  name: string;
  login: string;
}

interface ColleaguesProps {
  classId: string;
  viewerId: string;
  teachers: readonly (Colleague & { disabled: boolean })[];
  assistants: readonly (Colleague & { mayGrade: boolean; mayPeople: boolean })[];
  /** the viewer teaches the class, or is an admin */
  manages: boolean;
}

export function Colleagues({ classId, viewerId, teachers, assistants, manages }: ColleaguesProps) {
  const t = useTranslations('desk.members');
  const people = useTranslations('desk.people');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const { ask, dialog } = useAsking();
  const isIn = [...teachers, ...assistants].some(({ id }) => id === viewerId);
  const remove = async ({ id: userId, name }: Colleague): Promise<void> => {
    const question = { title: t.rich('removeSure', { name, ...BDI }), text: t('removeText'), act: t('remove') };
    if (!(await ask(question))) return;
    const done = await send('classes.removeColleague', { classId, userId });
    if (done !== undefined) router.refresh();
  };
  const leave = async (): Promise<void> => {
    if (!(await ask({ title: t('leaveSure'), text: t('leaveText'), act: t('leave') }))) return;
    const done = await send('classes.leave', { classId });
    if (done !== undefined) location.assign('/home');
  };
  return (
    <section aria-labelledby="teachers" className="grid gap-2">
      <h2 id="teachers" className="font-semibold text-[15px]">
        {t('colleagues')}
      </h2>
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet empty:hidden">
        {teachers.map((one) => (
          <li key={one.id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px]">
            <Who of={one} is={t('teacher')}>
              {one.disabled && <Chip tone="wait">⊘ {people('disabled')}</Chip>}
            </Who>
            {manages && one.id !== viewerId && (
              <Button
                size="small"
                look="quiet"
                idle={busy}
                aria-label={t('removeOf', { name: one.name })}
                onClick={() => void remove(one)}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
        {assistants.map((one) => (
          <li key={one.id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px]">
            <Who of={one} is={t('assistant')} />
            <Rights classId={classId} assistant={one} manages={manages} />
            {manages && one.id !== viewerId && (
              <Button
                size="small"
                look="quiet"
                idle={busy}
                aria-label={t('removeOf', { name: one.name })}
                onClick={() => void remove(one)}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {assistants.length > 0 && <p className="text-[13px] text-ink-3">{t('rightsText')}</p>}
      {isIn && (
        <Button size="small" look="quiet" className="justify-self-start" idle={busy} onClick={() => void leave()}>
          {t('leave')}
        </Button>
      )}
      {manages && <AskColleague classId={classId} />}
      {dialog}
    </section>
  );
}

function Who({ of, is, children }: { of: Colleague; is: string; children?: React.ReactNode }) {
  return (
    <span className="min-w-0 flex-1 basis-48">
      <bdi className="font-[550]">{of.name}</bdi>{' '}
      <span className="ms-2 text-[13px] text-ink-3">
        <bdi>{of.login}</bdi>
      </span>{' '}
      <span className="text-[13px] text-ink-2">· {is}</span> {children}
    </span>
  );
}

interface RightsProps {
  classId: string;
  assistant: { id: string; name: string; mayGrade: boolean; mayPeople: boolean };
  manages: boolean;
}

/** What an assistant may do beyond seeing. */
function Rights({ classId, assistant, manages }: RightsProps) {
  const t = useTranslations('desk.members');
  const { busy, error, send } = useCommand();
  const [rights, setRights] = useState({ mayGrade: assistant.mayGrade, mayPeople: assistant.mayPeople });
  const set = async (changed: Partial<typeof rights>): Promise<void> => {
    const before = rights;
    const now = { ...rights, ...changed };
    setRights(now);
    const done = await send('classes.assistant', { classId, userId: assistant.id, ...now });
    if (done === undefined) setRights(before);
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[13px] text-ink-2">
      <legend className="sr-only">
        <bdi>{assistant.name}</bdi>
      </legend>
      {(['mayGrade', 'mayPeople'] as const).map((right) => (
        <label key={right} className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={rights[right]}
            disabled={!manages || busy}
            onChange={({ target }) => void set({ [right]: target.checked })}
            className="size-4 accent-violet"
          />
          {t(right)}
        </label>
      ))}
      <span role="alert" className="text-wrong empty:hidden">
        {error}
      </span>
    </fieldset>
  );
}
