'use client';
/** A file is picked or dropped, looked at by the server, and what is ticked of it taken: all of that or nothing. */
import clsx from 'clsx';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { MOST } from '../../../../domain/exchange/limits.ts';
import type { Looked } from '../../../../server/features/importing/commands.ts';
import { useCommand } from '../../../_client/use-command.ts';
import { type ImportWords, loadImportWords } from '../../../_i18n/import-words.ts';
import { Button } from '../../../_ui/button.tsx';
import { base64Of } from './base64.ts';
import { ImportTable } from './import-table.tsx';

interface Opened {
  name: string;
  /** in base64 */
  file: string;
  looked: Looked;
  words: ImportWords;
}

export function ImportFile() {
  const t = useTranslations('desk.importing');
  const locale = useLocale();
  const refusals = useTranslations('refusals');
  const { busy, error, send } = useCommand();
  const [opened, setOpened] = useState<Opened>();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [told, setTold] = useState('');
  const [taken, setTaken] = useState(0);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const look = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined || busy) return;
    setTaken(0);
    setOpened(undefined);
    if (picked.size > MOST.bytes) {
      setTold(t('large', { most: MOST.bytes / 2 ** 20 }));
      return;
    }
    setTold(t('reading'));
    const file = base64Of(new Uint8Array(await picked.arrayBuffer()));
    const [given, words] = await Promise.all([
      send('importing.look', { file }),
      loadImportWords(locale).catch(() => undefined),
    ]);
    setTold(words === undefined ? refusals('unavailable') : '');
    if (given === undefined || words === undefined) return;
    const { looked } = given;
    setOpened({ name: picked.name, file, looked, words });
    const lines = 'lines' in looked ? looked.lines : [];
    setTicked(new Set(lines.flatMap((line, place) => (line.taken && !line.known ? [place] : []))));
  };

  const take = async (): Promise<void> => {
    if (opened === undefined || !('lines' in opened.looked)) return;
    const { file, looked } = opened;
    const given = await send('importing.take', { file, take: [...ticked], seen: looked.seen });
    if (given === undefined) return;
    setTaken(given.count);
    setOpened(undefined);
    if (field.current !== null) field.current.value = '';
  };

  const looked = opened?.looked;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the field within does */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void look(event.dataTransfer.files[0]);
        }}
        className={clsx(
          'grid justify-items-start gap-3 rounded-2 border border-dashed p-6',
          over ? 'border-violet bg-violet-soft' : 'border-line bg-sheet',
        )}
      >
        <label className="grid gap-2 font-[550] text-[15px]">
          {t('file')}
          <input
            ref={field}
            type="file"
            onChange={(event) => void look(event.target.files?.[0])}
            className="max-w-full font-normal text-[14px] file:me-3 file:min-h-10 file:cursor-pointer file:rounded-[10px] file:border file:border-line file:bg-fill file:px-4 file:font-[550] file:text-ink"
          />
        </label>
        <p className="text-[13px] text-ink-3">{t('formats')}</p>
      </div>
      <p role="status" className="text-[15px] text-ink-2 empty:hidden">
        {told}
        {taken > 0 && (
          <>
            ✓ {t('taken', { count: taken })}{' '}
            <Link href="/questions?of=mine" prefetch={false} className="font-[550] text-violet-ink underline">
              {t('toQuestions')}
            </Link>
          </>
        )}
      </p>
      <p role="alert" className="text-[15px] text-wrong empty:hidden">
        {error ?? (looked !== undefined && 'refused' in looked ? opened?.words.sentence(looked.refused) : '')}
      </p>
      {opened !== undefined && looked !== undefined && 'lines' in looked && (
        <section aria-label={t('preview')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Summary name={opened.name} looked={looked} words={opened.words} />
          <ImportTable words={opened.words} lines={looked.lines} ticked={ticked} onTick={setTicked} />
          <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper py-3">
            <Button look="first" onClick={() => void take()} idle={busy || ticked.size === 0}>
              {busy ? t('taking') : t('take', { count: ticked.size })}
            </Button>
            <span className="text-[14px] text-ink-2">{t('allOrNone')}</span>
          </div>
        </section>
      )}
    </>
  );
}

interface SummaryProps {
  name: string;
  looked: Extract<Looked, { seen: string }>;
  words: ImportWords;
}

/** What is in the file in numbers that add up, and what is said of the whole. */
function Summary({ name, looked, words }: SummaryProps) {
  const t = useTranslations('desk.importing');
  const { lines, format, remarks } = looked;
  const taken = lines.filter((line) => line.taken);
  const changed = taken.filter((item) => item.remarks.length > 0).length;
  return (
    <div className="grid gap-1 text-[15px]">
      <p>
        {t.rich('found', {
          name,
          format: words.format(format),
          bdi: (text) => <bdi>{text}</bdi>,
        })}
      </p>
      <p className="text-ink-2 tabular-nums">
        {t('sums', {
          all: lines.length,
          plain: taken.length - changed,
          changed,
          refused: lines.length - taken.length,
        })}
      </p>
      <ul className="list-disc ps-5 text-[14px] text-ink-2 empty:hidden">
        {remarks.map((remark) => (
          <li key={JSON.stringify(remark)}>{words.sentence(remark)}</li>
        ))}
      </ul>
    </div>
  );
}
