'use client';
/** A list is pasted, typed, dropped or picked, looked at by the server, and those that are ticked added: all of them or none. Undone at once. */
import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { MOST } from '../../../../../../domain/exchange/limits.ts';
import type { RosterField } from '../../../../../../domain/exchange/roster/columns.ts';
import type { AddedRoster, LookedRoster, UndoneRoster } from '../../../../../../server/features/people/roster.ts';
import type { LookedPerson } from '../../../../../../server/features/people/roster-lines.ts';
import { base64Of } from '../../../../../_client/base64.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import { type ImportWords, loadImportWords } from '../../../../../_i18n/import-words.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { ListColumns } from './list-columns.tsx';
import { PeopleTable } from './people-table.tsx';

type Whole = Extract<LookedRoster, { people: unknown }>;

interface Opened {
  /** in base64 */
  file: string;
  looked: LookedRoster;
  words: ImportWords;
}

const CAN_BE_ADDED = new Set<LookedPerson['state']>(['new', 'invited', 'sameName', 'twice']);

export function AddMany({ classId }: { classId: string }) {
  const t = useTranslations('desk.roster');
  const locale = useLocale();
  const refusals = useTranslations('refusals');
  const { busy, error, send } = useCommand();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<Opened>();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  /** sign-in names that somebody has written anew, by lines */
  const [logins, setLogins] = useState<ReadonlyMap<number, string>>(new Map());
  const [told, setTold] = useState('');
  const [added, setAdded] = useState<AddedRoster>();
  const [undone, setUndone] = useState<UndoneRoster>();
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const look = async (file: string, columns: RosterField[] | null): Promise<void> => {
    setAdded(undefined);
    setUndone(undefined);
    setTold(t('reading'));
    const [given, words] = await Promise.all([
      send('people.lookAtRoster', { classId, file, columns }),
      loadImportWords(locale).catch(() => undefined),
    ]);
    setTold(words === undefined ? refusals('unavailable') : '');
    if (given === undefined || words === undefined) return;
    setOpened({ file, looked: given.looked, words });
    const people = 'people' in given.looked ? given.looked.people : [];
    // who has the name of somebody in the class is perhaps the same: that is for the teacher to say
    setTicked(new Set(people.flatMap(({ state }, at) => (state === 'new' || state === 'invited' ? [at] : []))));
    setLogins(new Map());
  };
  const lookAtText = (): Promise<void> => look(base64Of(new TextEncoder().encode(text)), null);
  const lookAtFile = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined || busy) return;
    if (picked.size > MOST.bytes) {
      setTold(t('large', { most: MOST.bytes / 2 ** 20 }));
      return;
    }
    await look(base64Of(new Uint8Array(await picked.arrayBuffer())), null);
  };

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
    setOpened(undefined);
    setText('');
    if (field.current !== null) field.current.value = '';
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the fields within do */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void lookAtFile(event.dataTransfer.files[0]);
        }}
        className={clsx(
          'grid gap-3 rounded-2 border border-dashed p-5',
          over ? 'border-violet bg-violet-soft' : 'border-line bg-sheet',
        )}
      >
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
          <Button look="first" onClick={() => void lookAtText()} idle={busy || text.trim() === ''}>
            {t('look')}
          </Button>
          <label className="flex min-w-0 flex-wrap items-center gap-3 text-[14px] text-ink-2">
            {t('file')}
            <input
              ref={field}
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              onChange={(event) => void lookAtFile(event.target.files?.[0])}
              className="max-w-full text-[14px] file:me-3 file:min-h-9 file:cursor-pointer file:rounded-[10px] file:border file:border-line file:bg-fill file:px-3 file:font-[550] file:text-ink"
            />
          </label>
        </div>
      </div>
      <p role="status" className="text-[15px] text-ink-2 empty:hidden">
        {told}
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
              <ButtonLink look="first" size="small" href={`/classes/${classId}/people/slips`}>
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
          <ListColumns columns={whole.columns} busy={busy} onChoose={(columns) => void look(opened.file, columns)} />
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
          <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper py-3">
            <Button look="first" onClick={() => void add(whole)} idle={busy || ticked.size === 0}>
              {busy ? t('adding') : t('add', { count: ticked.size })}
            </Button>
            <span className="text-[13px] text-ink-3">{t('notStored')}</span>
          </div>
        </>
      )}
    </>
  );
}
