'use client';
/** Who is in the room: click to remove, and undo. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { HostView } from '../../../../../domain/live/views.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';

interface PeopleProps {
  view: HostView;
  /** they stand elsewhere on the page: shown here only when asked for */
  folded: boolean;
  onSeat(player: string, removed: boolean): void;
}

export function People({ folded, ...props }: PeopleProps) {
  const t = useTranslations('live.host');
  if (folded)
    return (
      <details className="rounded-2 border border-line bg-sheet px-4 py-3 text-[14px]">
        <summary className="cursor-pointer font-[550]">{t('people')}</summary>
        <List {...props} />
      </details>
    );
  return (
    <section aria-label={t('people')} className="grid content-start gap-2 text-[14px]">
      <h2 className="font-semibold text-[15px]">{t('people')}</h2>
      <List {...props} />
    </section>
  );
}

function List({ view, onSeat }: Omit<PeopleProps, 'folded'>) {
  const t = useTranslations('live.host');
  const { ask, dialog } = useAsking();
  const remove = async ({ id, nickname: name }: HostView['people'][number]): Promise<void> => {
    // while it is played it is undone at once, below; a report was read by somebody
    const question = { title: t.rich('removeSure', { name, ...BDI }), text: t('removeMeans'), act: t('removeNow') };
    if (view.phase !== 'ended' || (await ask(question))) onSeat(id, true);
  };
  const live = useTranslations('live');
  // a guest may call themself like a member of the class
  const mixed = view.people.some((person) => person.signedIn);
  return (
    <div className="grid content-start gap-2">
      {dialog}
      {view.people.length === 0 && <p className="text-ink-2">{live('players', { players: 0 })}</p>}
      <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet empty:hidden">
        {view.people.map((person) => (
          <li key={person.id} className="flex min-h-10 items-center gap-2 px-3">
            <bdi className={clsx('min-w-0 flex-1 truncate', !person.present && 'text-ink-3')}>{person.nickname}</bdi>
            {mixed && !person.signedIn && !person.rehearsal && (
              <span className="text-[12.5px] text-ink-3">{t('guest')}</span>
            )}
            {person.rehearsal && <span className="text-[12.5px] text-wait">{t('rehearsal')}</span>}
            {!person.present && <span className="text-[12.5px] text-ink-3">{t('away')}</span>}
            {view.round >= 0 && <span className="text-ink-2 tabular-nums">{person.points}</span>}
            <button
              type="button"
              aria-label={t('remove', { name: person.nickname })}
              title={t('remove', { name: person.nickname })}
              onClick={() => void remove(person)}
              className="grid size-8 place-items-center rounded-1 text-ink-3 hover:bg-fill hover:text-wrong"
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {view.removed.length > 0 && (
        <>
          <h3 className="mt-2 text-[13px] text-ink-3">{t('removed')}</h3>
          <ul className="flex flex-wrap gap-2">
            {view.removed.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  onClick={() => onSeat(person.id, false)}
                  className="rounded-full bg-fill px-3 py-1 text-ink-2 hover:text-ink"
                >
                  ↩ {t.rich('letIn', { name: person.nickname, ...BDI })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
