'use client';
/** Which kinds of what is new one is told, in the app and by mail; each is stored as it is ticked. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isMailed, type NoticeKind } from '../../domain/notices/notice.ts';
import { useCommand } from '../_client/use-command.ts';
import { type PlainColumn, PlainTable } from '../_ui/table/plain-table.tsx';

interface NoticeChoicesProps {
  kinds: readonly NoticeKind[];
  off: readonly string[];
  mailOff: readonly string[];
  /** digests are sent: what is in them can be chosen as well */
  digest: boolean;
}

export function NoticeChoices({ kinds, off, mailOff, digest }: NoticeChoicesProps) {
  const t = useTranslations('account.notices');
  const kindOf = useTranslations('account.notices.kind');
  const { error, send } = useCommand();
  const [out, setOut] = useState({ app: new Set(off), mail: new Set(mailOff) });
  /** what was stored last, as its switch is called: it says so until another one is pressed */
  const [saved, setSaved] = useState('');
  const choose = async (kind: NoticeKind, where: 'app' | 'mail', on: boolean): Promise<void> => {
    const set = (is: boolean): void =>
      setOut((before) => {
        const next = new Set(before[where]);
        if (is) next.delete(kind);
        else next.add(kind);
        return { ...before, [where]: next };
      });
    set(on);
    setSaved('');
    if ((await send('notices.choose', { kind, where, on })) === undefined) set(!on);
    else setSaved(t('saved', { choice: t('choice', { kind: kindOf(kind), where }) }));
  };
  const places = digest ? (['app', 'mail'] as const) : (['app'] as const);
  const columns: PlainColumn<NoticeKind>[] = [
    { id: 'kind', title: t('what'), show: (kind) => kindOf(kind) },
    ...places.map((where) => ({
      id: where,
      title: t(where),
      show: (kind: NoticeKind) =>
        (where === 'app' || isMailed(kind)) && (
          <label className="inline-grid size-9 cursor-pointer place-items-center">
            <span className="sr-only">{t('choice', { kind: kindOf(kind), where })}</span>
            <input
              type="checkbox"
              checked={!out[where].has(kind)}
              onChange={({ target }) => void choose(kind, where, target.checked)}
              className="size-4 accent-violet"
            />
          </label>
        ),
    })),
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <PlainTable label={t('title')} columns={columns} rows={kinds} idOf={(kind) => kind} />
      <p role="status" className="min-h-5 text-[14px] text-ink-2">
        {saved}
      </p>
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </div>
  );
}
