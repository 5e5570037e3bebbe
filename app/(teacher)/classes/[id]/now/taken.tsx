'use client';
/** Answers that were kept to be shown: gone to again, or thrown away. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { calls } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';

export function Taken({ classId }: { classId: string }) {
  const t = useTranslations('now.desk');
  const id = useId();
  const { seen, again } = useRead(['taken', classId], () => calls.now.taken.mutate({ classId }));
  const { busy, send } = useCommand();
  const { ask, dialog } = useAsking();
  if (seen === undefined || seen.snapshots.length === 0) return null;
  const drop = async (snapshot: string): Promise<void> => {
    if (!(await ask({ title: t('dropAsk'), text: t('dropText'), act: t('delete') }))) return;
    if ((await send('now.drop', { snapshot })) !== undefined) await again();
  };
  return (
    <section aria-labelledby={id} className="rounded-2 border border-line bg-sheet">
      <h2 id={id} className="border-line border-b px-4 py-3 font-semibold text-[15px]">
        {t('taken')}
      </h2>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto">
        {seen.snapshots.map(({ id: snapshot, title, at, answers }) => (
          <li key={snapshot} className="flex items-center gap-2 px-4 py-2">
            <Link
              href={`/classes/${classId}/now/${snapshot}`}
              prefetch={false}
              className="grid min-w-0 flex-1 text-[14px] hover:underline"
            >
              <span dir="auto" className="truncate font-[550]">
                {title}
              </span>
              <span className="text-[12.5px] text-ink-2">
                {t('takenLine', { answers })} · <DateTime iso={at} />
              </span>
            </Link>
            <button
              type="button"
              disabled={busy}
              aria-label={t('drop', { title })}
              onClick={() => void drop(snapshot)}
              className="grid size-9 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink"
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {dialog}
    </section>
  );
}
