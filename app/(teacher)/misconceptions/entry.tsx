/** A misconception as it stands in a catalogue. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CatalogueEntry } from '../../../domain/misconceptions/catalogue.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { Button } from '../../_ui/button.tsx';

interface EntryProps {
  entry: CatalogueEntry;
  mayChange: boolean;
  busy: boolean;
  onChange(): void;
  onArchive(archived: boolean): void;
}

export function Entry({ entry, mayChange, busy, onChange, onArchive }: EntryProps) {
  const t = useTranslations('desk.misconceptions');
  const { name, code, html, questions, fromFile, archived } = entry;
  return (
    <li
      aria-label={name}
      className={`grid grid-cols-[minmax(0,1fr)] gap-2 rounded-2 border border-line bg-sheet px-4 py-3 ${archived ? 'opacity-70' : ''}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <bdi className="font-[550]">{name}</bdi>
        <code className="text-[13px] text-ink-3">{code}</code>
        {archived && <span className="rounded-1 bg-fill px-1.5 text-[13px]">{t('aside')}</span>}
      </p>
      {html === '' ? (
        <p className="text-[14px] text-ink-3">{t('noWords')}</p>
      ) : (
        <Html html={html} className="lesson-prose lesson-small" />
      )}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[14px] text-ink-2">
        {questions === 0 ? (
          <span>{t('usedBy', { count: 0 })}</span>
        ) : (
          <Link href={`/questions?misread=${code}`} prefetch={false} className="hover:text-violet-ink hover:underline">
            {t('usedBy', { count: questions })}
          </Link>
        )}
        {fromFile && <span>{t('ofFile')}</span>}
        {mayChange && (
          <span className="ms-auto flex gap-2">
            <Button size="small" look="quiet" aria-label={`${t('change')}: ${name}`} onClick={onChange}>
              {t('change')}
            </Button>
            <Button
              size="small"
              look="quiet"
              idle={busy}
              aria-label={`${t(archived ? 'restore' : 'archive')}: ${name}`}
              onClick={() => onArchive(!archived)}
            >
              {t(archived ? 'restore' : 'archive')}
            </Button>
          </span>
        )}
      </p>
    </li>
  );
}
