'use client';
/** What people said in their own words, to be looked through before a class sees it. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { MarkCommand } from '../../../domain/live/sayings.ts';
import type { HostView } from '../../../domain/live/views.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';

/** Fingers reach it. */
export const TOUCH = 'max-lg:min-h-11!';

interface SayingsProps {
  said: Pick<NonNullable<HostView['said']>, 'as' | 'entries'>;
  /** of a room; elsewhere there is one */
  round: number;
  onCommand(command: MarkCommand): void;
}

/** What was said, as whoever looks through it sees it: picked, put together under a name, hidden, let be seen. */
export function Sayings({ said, round, onCommand }: SayingsProps) {
  const t = useTranslations('live.open');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const id = useId();
  const there = said.entries.filter(({ key }) => picked.has(key)).map(({ key }) => key);
  const groups = [...Map.groupBy(said.entries, ({ group }) => group)].filter(([name]) => name !== null);
  const pick = (key: string, on: boolean): void =>
    setPicked(new Set(on ? [...picked, key] : [...picked].filter((one) => one !== key)));
  return (
    <>
      {said.entries.length > 1 && (
        <GroupForm
          picked={there.length}
          names={groups.map(([name]) => name ?? '')}
          onGroup={(name) => {
            onCommand({ type: 'groupSaid', round, name, keys: there });
            setPicked(new Set());
          }}
        />
      )}
      {groups.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t('groups')}>
          {groups.map(([name, some]) => (
            <li key={name} className="flex items-center gap-1">
              <Chip tone="violet">
                <bdi>{name}</bdi> · {some.length}
              </Chip>
              <Button
                size="small"
                look="quiet"
                className={TOUCH}
                aria-label={t('ungroupOf', { name: name ?? '' })}
                onClick={() => onCommand({ type: 'ungroupSaid', round, name: name ?? '' })}
              >
                <span aria-hidden>✕</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {said.entries.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-2" aria-label={t('answers')}>
          {said.entries.map(({ key, text, count, by, group, hidden }) => (
            <li
              key={key}
              className={clsx(
                'flex items-start gap-3 rounded-[10px] border px-3 py-2',
                hidden ? 'border-line border-dashed bg-paper' : 'border-line bg-sheet',
              )}
            >
              <label
                htmlFor={`${id}-${key}`}
                className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-start gap-3 py-1.5"
              >
                <input
                  id={`${id}-${key}`}
                  type="checkbox"
                  checked={picked.has(key)}
                  onChange={(event) => pick(key, event.target.checked)}
                  className="mt-1 size-5 shrink-0 accent-violet"
                />
                <span className="grid min-w-0 gap-0.5">
                  <span
                    dir="auto"
                    className={clsx(
                      'whitespace-pre-wrap break-words text-[15.5px]',
                      hidden && 'text-ink-3 line-through',
                    )}
                  >
                    {text}
                  </span>
                  <span className="flex flex-wrap items-center gap-x-2 text-[13px] text-ink-3">
                    {said.as === 'cloud' && <span className="tabular-nums">{t('times', { count })}</span>}
                    {said.as === 'cards' && by.map((name) => <bdi key={name}>{name}</bdi>)}
                    {group !== null && (
                      <Chip tone="violet">
                        <bdi>{group}</bdi>
                      </Chip>
                    )}
                    {hidden && <Chip tone="wait">{t('hidden')}</Chip>}
                  </span>
                </span>
              </label>
              <Button
                size="small"
                className={clsx('shrink-0', TOUCH)}
                aria-label={t(hidden ? 'unhideThis' : 'hideThis', { text })}
                onClick={() => onCommand({ type: 'hideSaid', round, key, hidden: !hidden })}
              >
                {t(hidden ? 'unhide' : 'hide')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface GroupFormProps {
  picked: number;
  /** groups that are there already: what is picked may join one */
  names: readonly string[];
  onGroup(name: string): void;
}

function GroupForm({ picked, names, onGroup }: GroupFormProps) {
  const t = useTranslations('live.open');
  const [name, setName] = useState('');
  const id = useId();
  const ready = name.trim() !== '' && (picked > 1 || (picked === 1 && names.includes(name.trim())));
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        onGroup(name.trim());
        setName('');
      }}
    >
      <label htmlFor={id} className="grid gap-1 text-[13px] text-ink-2">
        {t('groupName', { picked })}
        <input
          id={id}
          dir="auto"
          value={name}
          maxLength={40}
          list={`${id}-names`}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          className="min-h-11 w-56 rounded-[10px] border border-line bg-sheet px-3 text-[16px] text-ink"
        />
      </label>
      <datalist id={`${id}-names`}>
        {names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button type="submit" idle={!ready} className="min-h-11!">
        {t('group')}
      </Button>
    </form>
  );
}
