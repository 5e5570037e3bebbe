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
import { PeopleList, PersonRow, RowAct } from './people-list.tsx';

interface Colleague {
  id: string;
  name: string;
  login: string;
}

interface ColleaguesProps {
  classId: string;
  viewerId: string;
  teachers: readonly (Colleague & { disabled: boolean })[];
  assistants: readonly (Colleague & { mayGrade: boolean; mayPeople: boolean; mayDrafts: boolean })[];
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
  const act = (one: Colleague) =>
    manages &&
    one.id !== viewerId && (
      <RowAct busy={busy} onAct={() => void remove(one)} aria-label={t('removeOf', { name: one.name })}>
        {t('remove')}
      </RowAct>
    );
  const rows = [
    ...teachers.map((one) => (
      <PersonRow
        key={one.id}
        name={one.name}
        beside={<bdi>{one.login}</bdi>}
        says={<As is={t('teacher')}>{one.disabled && <Chip tone="wait">⊘ {people('disabled')}</Chip>}</As>}
      >
        {act(one)}
      </PersonRow>
    )),
    ...assistants.map((one) => (
      <PersonRow key={one.id} name={one.name} beside={<bdi>{one.login}</bdi>} says={<As is={t('assistant')} />}>
        <Rights classId={classId} assistant={one} manages={manages} />
        {act(one)}
      </PersonRow>
    )),
  ];
  return (
    <PeopleList title={t('colleagues')} error={error} rows={rows}>
      {assistants.length > 0 && <p className="text-[13px] text-ink-3">{t('rightsText')}</p>}
      {isIn && (
        <Button size="small" look="quiet" className="justify-self-start" idle={busy} onClick={() => void leave()}>
          {t('leave')}
        </Button>
      )}
      {manages && <AskColleague classId={classId} />}
      {dialog}
    </PeopleList>
  );
}

/** What somebody is in the class. */
function As({ is, children }: { is: string; children?: React.ReactNode }) {
  return (
    <>
      <span className="text-[13px] text-ink-2">· {is}</span> {children}
    </>
  );
}

interface RightsProps {
  classId: string;
  assistant: { id: string; name: string; mayGrade: boolean; mayPeople: boolean; mayDrafts: boolean };
  manages: boolean;
}

/** What an assistant may do beyond seeing. */
function Rights({ classId, assistant, manages }: RightsProps) {
  const t = useTranslations('desk.members');
  const { busy, error, send } = useCommand();
  const [rights, setRights] = useState({
    mayGrade: assistant.mayGrade,
    mayPeople: assistant.mayPeople,
    mayDrafts: assistant.mayDrafts,
  });
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
      {(['mayGrade', 'mayPeople', 'mayDrafts'] as const).map((right) => (
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
