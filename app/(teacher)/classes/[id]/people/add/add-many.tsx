'use client';
/** A list is pasted, typed, dropped or picked, looked at by the server, and those that are ticked added: all of them or none. Undone at once. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RosterField } from '../../../../../../domain/exchange/roster/columns.ts';
import type { AddedRoster, LookedRoster, UndoneRoster } from '../../../../../../server/features/people/roster.ts';
import type { LookedPerson } from '../../../../../../server/features/people/roster-lines.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import { useLookedFile } from '../../../../../_features/importing/use-looked-file.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { FileDrop, FileField } from '../../../../../_ui/file-drop.tsx';
import { FootBar } from '../../../../../_ui/foot-bar.tsx';
import { ListColumns } from './list-columns.tsx';
import { PeopleTable } from './people-table.tsx';

type Whole = Extract<LookedRoster, { people: unknown }>;

const CAN_BE_ADDED = new Set<LookedPerson['state']>(['new', 'invited', 'sameName', 'twice']);

export function AddMany({ classId }: { classId: string }) {
  const t = useTranslations('desk.roster');
  const { busy, error, send } = useCommand();
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  /** sign-in names that somebody has written anew, by lines */
  const [logins, setLogins] = useState<ReadonlyMap<number, string>>(new Map());
  const [added, setAdded] = useState<AddedRoster>();
  const [undone, setUndone] = useState<UndoneRoster>();

  const list = useLookedFile<LookedRoster, RosterField[]>({
    busy,
    ask: (file, columns) => send('people.lookAtRoster', { classId, file, columns: columns ?? null }),
    reading: t('reading'),
    large: (most) => t('large', { most }),
    onBegin() {
      setAdded(undefined);
      setUndone(undefined);
    },
    onLooked(seen) {
      const people = 'people' in seen ? seen.people : [];
      // who has the name of somebody in the class is perhaps the same: that is for the teacher to say
      setTicked(new Set(people.flatMap(({ state }, at) => (state === 'new' || state === 'invited' ? [at] : []))));
      setLogins(new Map());
    },
  });
  const { opened } = list;

  const add = async ({ people }: Whole): Promise<void> => {
    const chosen = [...ticked]
      .toSorted((one, other) => one - other)
      .flatMap((at) => {
        const line = people[at];
        if (line === undefined || !CAN_BE_ADDED.has(line.state)) return [];
        const { name, fullName, sortName } = line;
        const as = line.state === 'invited' ? ('invited' as const) : ('new' as const);
        return [{ name, fullName, sortName, login: logins.get(at) ?? line.login, as }];
      });
    const done = await send('people.addRoster', { classId, people: chosen });
    if (done === undefined) return;
    setAdded(done);
    list.done();
    setText('');
  };
  const undo = async (): Promise<void> => {
    if (added === undefined) return;
    const done = await send('people.undoRoster', { rosterId: added.rosterId });
    if (done === undefined) return;
    setUndone(done);
    setAdded(undefined);
  };

  const looked = opened?.looked;
  const whole = looked !== undefined && 'people' in looked ? looked : undefined;
  return (
    <>
      <FileDrop onFile={list.pick}>
        <label className="grid gap-2 font-[550] text-[15px]">
          {t('list')}
          <textarea
            value={text}
            onChange={({ target }) => setText(target.value)}
            rows={6}
            spellCheck={false}
            placeholder={t('example')}
            className="min-h-32 rounded-[10px] border border-line bg-paper px-3 py-2 font-normal text-[15px]"
          />
        </label>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button look="first" onClick={() => list.type(text)} idle={busy || text.trim() === ''}>
            {t('look')}
          </Button>
          <FileField second label={t('file')} accept=".csv,.tsv,.txt,.xlsx" onFile={list.pick} field={list.field} />
        </div>
      </FileDrop>
      <p role="status" className="text-[15px] text-ink-2 empty:hidden">
        {list.told}
        {undone !== undefined && <>✓ {t('undone', { ...undone })}</>}
      </p>
      <p role="alert" className="text-[15px] text-wrong empty:hidden">
        {error ?? (looked !== undefined && 'refused' in looked ? opened?.words.sentence(looked.refused) : '')}
      </p>
      {added !== undefined && (
        <section role="status" className="grid gap-3 rounded-2 border border-violet bg-violet-soft p-5">
          <p className="text-[15px]">✓ {t('done', { made: added.made.length, invited: added.invited })}</p>
          <p className="flex flex-wrap items-center gap-3">
            {added.made.length > 0 && (
              <ButtonLink look="first" size="small" href={`/classes/${classId}/people/tickets`}>
                {t('next')}
              </ButtonLink>
            )}
            <ButtonLink size="small" href={`/classes/${classId}/people`}>
              {t('toPeople')}
            </ButtonLink>
            <Button size="small" look="quiet" idle={busy} onClick={() => void undo()}>
              {t('undo')}
            </Button>
          </p>
        </section>
      )}
      {whole !== undefined && opened !== undefined && (
        <>
          <ListColumns columns={whole.columns} busy={busy} onChoose={(columns) => list.again(() => columns)} />
          {whole.remarks.length > 0 && (
            <ul aria-label={t('remarks')} className="list-disc ps-5 text-[14px] text-ink-2">
              {whole.remarks.map((remark) => (
                <li key={JSON.stringify(remark)}>{opened.words.sentence(remark)}</li>
              ))}
            </ul>
          )}
          <PeopleTable
            people={whole.people}
            canBeAdded={({ state }) => CAN_BE_ADDED.has(state)}
            ticked={ticked}
            onTick={setTicked}
            logins={logins}
            onLogin={(at, login) => setLogins(new Map(logins).set(at, login))}
          />
          <FootBar>
            <Button look="first" onClick={() => void add(whole)} idle={busy || ticked.size === 0}>
              {busy ? t('adding') : t('add', { count: ticked.size })}
            </Button>
            <span className="text-[13px] text-ink-3">{t('notStored')}</span>
          </FootBar>
        </>
      )}
    </>
  );
}
