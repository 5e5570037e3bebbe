'use client';
/** Phrases that were kept: looked for by their words, put in by a click, deleted and taken back again. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { plainText } from '../../../domain/plain-text.ts';
import { inOneLine } from '../../../domain/remarks/prose.ts';
import { calls } from '../../_client/calls.ts';
import { useCommand } from '../../_client/use-command.ts';
import { useRead } from '../../_client/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { Menu } from '../../_ui/menu.tsx';

export function PhraseMenu({ onPick }: { onPick(text: string): void }) {
  const t = useTranslations('remarks.phrase');
  return (
    <span className="text-[14px] text-ink-2">
      <Menu label={t('menu')} title={t('title')}>
        <Phrases onPick={onPick} />
      </Menu>
    </span>
  );
}

function Phrases({ onPick }: { onPick(text: string): void }) {
  const t = useTranslations('remarks.phrase');
  const common = useTranslations('common');
  const id = useId();
  const { seen, again } = useRead(['phrases'], () => calls.remarks.phrases.mutate({}));
  const { busy, error, send } = useCommand();
  const [search, setSearch] = useState('');
  const [deleted, setDeleted] = useState<string>();
  const drop = async (phrase: { id: string; text: string }): Promise<void> => {
    if ((await send('remarks.dropPhrase', { phrase: phrase.id })) === undefined) return;
    setDeleted(phrase.text);
    await again();
  };
  const undo = async (text: string): Promise<void> => {
    if ((await send('remarks.keepPhrase', { text })) === undefined) return;
    setDeleted(undefined);
    await again();
  };
  if (seen === undefined) return <p className="text-ink-2">{common('loading')}</p>;
  const wanted = plainText(search.trim());
  const found = seen.phrases.filter(({ text }) => plainText(text).includes(wanted));
  return (
    <>
      {seen.phrases.length > 0 && (
        <>
          <label htmlFor={id} className="sr-only">
            {t('search')}
          </label>
          <input
            id={id}
            type="search"
            value={search}
            placeholder={t('search')}
            onChange={({ target }) => setSearch(target.value)}
            className="mb-1 min-h-9 rounded-[10px] border border-line bg-paper px-3"
          />
        </>
      )}
      {found.length === 0 && <p className="text-ink-2">{t(seen.phrases.length === 0 ? 'none' : 'noneFound')}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)]">
        {found.map((phrase) => (
          <li key={phrase.id} className="flex items-center gap-1">
            <button
              type="button"
              dir="auto"
              title={phrase.text}
              onClick={() => onPick(phrase.text)}
              className="min-h-9 min-w-0 flex-1 truncate rounded-1 px-2 text-start hover:bg-fill"
            >
              {inOneLine(phrase.text)}
            </button>
            <button
              type="button"
              aria-label={t('delete')}
              title={t('delete')}
              disabled={busy}
              onClick={() => void drop(phrase)}
              className="grid size-9 shrink-0 place-items-center rounded-1 text-ink-3 hover:bg-fill hover:text-ink"
            >
              <span aria-hidden>✕</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="flex items-center gap-2 text-ink-2 empty:hidden">
        {deleted !== undefined && (
          <>
            {t('deleted')}
            <Button size="small" idle={busy} onClick={() => void undo(deleted)}>
              {t('undo')}
            </Button>
          </>
        )}
      </p>
      <p role="alert" className="text-wrong empty:hidden">
        {error}
      </p>
    </>
  );
}
