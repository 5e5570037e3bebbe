'use client';
/** Line by line who would be added, and what becomes of each; sign-in names of new accounts can be written anew. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { LookedPerson } from '../../../../../../server/features/people/roster-lines.ts';
import { useRefusals } from '../../../../../_i18n/use-refusals.ts';

interface PeopleTableProps {
  people: readonly LookedPerson[];
  canBeAdded(line: LookedPerson): boolean;
  /** places of lines */
  ticked: ReadonlySet<number>;
  onTick(ticked: ReadonlySet<number>): void;
  logins: ReadonlyMap<number, string>;
  onLogin(at: number, login: string): void;
}

export function PeopleTable({ people, canBeAdded, ticked, onTick, logins, onLogin }: PeopleTableProps) {
  const t = useTranslations('desk.roster');
  const say = useRefusals();
  const addable = people.flatMap((line, at) => (canBeAdded(line) ? [at] : []));
  const toggle = (at: number, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(at);
    else next.delete(at);
    onTick(next);
  };
  const stateOf = ({ state, problem }: LookedPerson): string =>
    state === 'faulty' ? t('states.faulty', { why: problem === null ? '' : say(problem) }) : t(`states.${state}`);
  return (
    <section aria-label={t('people', { count: people.length })} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 className="font-semibold text-[15px] tabular-nums">{t('people', { count: people.length })}</h2>
        {addable.length > 1 && (
          <label className="flex min-h-9 items-center gap-2 text-[14px] text-ink-2">
            <input
              type="checkbox"
              checked={addable.every((at) => ticked.has(at))}
              onChange={({ target }) => onTick(new Set(target.checked ? addable : []))}
              className="size-5 accent-violet"
            />
            {t('all')}
          </label>
        )}
        {addable.length === 0 && <span className="text-[14px] text-ink-2">{t('cannot')}</span>}
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
        {people.map((line, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a list is its place
            key={at}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px] sm:grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.2fr)]"
          >
            <input
              type="checkbox"
              aria-label={t('takeOf', { name: line.name })}
              checked={ticked.has(at)}
              disabled={!canBeAdded(line)}
              onChange={({ target }) => toggle(at, target.checked)}
              className="size-5 accent-violet disabled:opacity-40"
            />
            <span className="min-w-0">
              <bdi className="font-[550] [overflow-wrap:anywhere]">{line.name}</bdi>
              <bdi className="block text-[13px] text-ink-3 [overflow-wrap:anywhere]">{line.sortName}</bdi>
            </span>
            {line.state === 'new' || line.state === 'sameName' || line.state === 'twice' ? (
              <input
                aria-label={`${t('login')}: ${line.name}`}
                value={logins.get(at) ?? line.login}
                onChange={({ target }) => onLogin(at, target.value)}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                maxLength={80}
                className="min-h-9 min-w-0 rounded-[10px] border border-line bg-paper px-2 max-sm:col-start-2"
              />
            ) : (
              <bdi className="min-w-0 text-ink-2 [overflow-wrap:anywhere] max-sm:col-start-2">{line.login}</bdi>
            )}
            <span
              className={clsx(
                'max-sm:col-start-2',
                line.state === 'new' || line.state === 'invited' ? 'text-good' : 'text-ink-2',
                (line.state === 'faulty' || line.state === 'noStudent') && 'text-wrong',
              )}
            >
              {stateOf(line)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
