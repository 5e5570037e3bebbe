'use client';
/** Catalogues one below the other: one's own first, then those of courses. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Homes } from '../../../domain/homes.ts';
import type { CatalogueEntry } from '../../../domain/misconceptions/catalogue.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { Entry } from './entry.tsx';
import { EntryForm } from './entry-form.tsx';

interface CatalogueProps {
  entries: readonly CatalogueEntry[];
  /** into which one may put some */
  homes: Homes;
  /** all courses are theirs to edit */
  edits: boolean;
}

export function Catalogue({ entries, homes, edits }: CatalogueProps) {
  const t = useTranslations('desk.misconceptions');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const [aside, setAside] = useState<CatalogueEntry | null>(null);
  const done = (): void => {
    setAdding(false);
    setChanging(null);
    router.refresh();
  };
  const archive = async (entry: CatalogueEntry, archived: boolean): Promise<void> => {
    if ((await send('misconceptions.archive', { entryId: entry.id, archived })) === undefined) return;
    setAside(archived ? entry : null);
    router.refresh();
  };
  const own = entries.filter(({ mine }) => mine);
  const ofCourses = [
    ...Map.groupBy(
      entries.filter(({ course }) => course !== null),
      ({ course }) => course?.id ?? '',
    ).values(),
  ];
  const list = (some: readonly CatalogueEntry[]) => (
    <ul className="grid gap-3">
      {some.map((entry) =>
        changing === entry.id ? (
          <li key={entry.id}>
            <EntryForm entry={entry} homes={homes} onDone={done} onCancel={() => setChanging(null)} />
          </li>
        ) : (
          <Entry
            key={entry.id}
            entry={entry}
            mayChange={!entry.fromFile && (entry.mine || entry.edited || edits)}
            busy={busy}
            onChange={() => setChanging(entry.id)}
            onArchive={(archived) => void archive(entry, archived)}
          />
        ),
      )}
    </ul>
  );
  return (
    <>
      {adding ? (
        <EntryForm entry={null} homes={homes} onDone={done} onCancel={() => setAdding(false)} />
      ) : (
        <Button look="first" className="justify-self-start" onClick={() => setAdding(true)}>
          {t('new')}
        </Button>
      )}
      <p role="status" className="flex flex-wrap items-center gap-3 text-[14px] empty:hidden">
        {aside !== null && (
          <>
            {t.rich('archived', { name: aside.name, ...BDI })}
            <Button size="small" idle={busy} onClick={() => void archive(aside, false)}>
              {t('undo')}
            </Button>
          </>
        )}
      </p>
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
      {homes.own && (
        <section aria-label={t('mine')} className="grid gap-3">
          <h2 className="font-semibold text-[18px]">{t('mine')}</h2>
          {own.length === 0 && (
            <p className="rounded-2 border border-line border-dashed p-6 text-center text-ink-2">{t('none')}</p>
          )}
          {list(own)}
        </section>
      )}
      {ofCourses.map((some) => (
        <section key={some[0]?.course?.id} aria-label={some[0]?.course?.title} className="grid gap-3">
          <h2 className="font-semibold text-[18px]">
            <bdi>{some[0]?.course?.title}</bdi>
          </h2>
          {list(some)}
        </section>
      ))}
    </>
  );
}
