'use client';
/** The zip of a course is picked or dropped, looked at by the server, and made as a new course once somebody says so. */
import clsx from 'clsx';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { MOST } from '../../../../../domain/exchange/limits.ts';
import type { Remark } from '../../../../../domain/exchange/remark.ts';
import { base64Of } from '../../../../_client/base64.ts';
import type { Given } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { type ImportWords, loadImportWords } from '../../../../_i18n/import-words.ts';
import { Button } from '../../../../_ui/button.tsx';
import { CoursePreview } from './course-preview.tsx';

interface Opened {
  /** in base64 */
  file: string;
  looked: Given<'importing.lookCourse'>['looked'];
  words: ImportWords;
}

export function ImportCourse({ formats }: { formats: string }) {
  const t = useTranslations('desk.courseIn');
  const locale = useLocale();
  const refusals = useTranslations('refusals');
  const { busy, error, send } = useCommand();
  const [opened, setOpened] = useState<Opened>();
  const [told, setTold] = useState('');
  /** why nothing was made, as the server says it */
  const [why, setWhy] = useState<Remark>();
  const [made, setMade] = useState<{ courseId: string; left: readonly string[] }>();
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const look = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined || busy) return;
    setMade(undefined);
    setOpened(undefined);
    setWhy(undefined);
    if (picked.size > MOST.bytes) {
      setTold(t('large', { most: MOST.bytes / 2 ** 20 }));
      return;
    }
    setTold(t('reading'));
    const file = base64Of(new Uint8Array(await picked.arrayBuffer()));
    const [given, words] = await Promise.all([
      send('importing.lookCourse', { file }),
      loadImportWords(locale).catch(() => undefined),
    ]);
    setTold(words === undefined ? refusals('unavailable') : '');
    if (given !== undefined && words !== undefined) setOpened({ file, looked: given.looked, words });
  };

  const take = async (): Promise<void> => {
    if (opened === undefined || 'refused' in opened.looked) return;
    setWhy(undefined);
    const given = await send('importing.takeCourse', { file: opened.file, seen: opened.looked.seen });
    if (given === undefined) return;
    if ('told' in given) {
      setWhy(given.told);
      return;
    }
    setMade(given);
    setOpened(undefined);
    if (field.current !== null) field.current.value = '';
  };

  const looked = opened?.looked;
  const refused = looked !== undefined && 'refused' in looked ? looked.refused : why;
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
        <label className="grid max-w-full gap-2 font-[550] text-[15px]">
          {t('file')}
          <input
            ref={field}
            type="file"
            accept=".zip,application/zip"
            onChange={(event) => void look(event.target.files?.[0])}
            className="max-w-full font-normal text-[14px] file:me-3 file:min-h-10 file:cursor-pointer file:rounded-[10px] file:border file:border-line file:bg-fill file:px-4 file:font-[550] file:text-ink"
          />
        </label>
        <p className="text-[13px] text-ink-3">{formats}</p>
      </div>
      <div role="status" className="grid gap-2 text-[15px] text-ink-2 empty:hidden">
        {told !== '' && <p>{told}</p>}
        {made !== undefined && (
          <p>
            ✓ {t('made')}{' '}
            <Link
              href={`/admin/courses/${made.courseId}`}
              prefetch={false}
              className="font-[550] text-violet-ink underline"
            >
              {t('toCourse')}
            </Link>
          </p>
        )}
        {made !== undefined && made.left.length > 0 && <p>{t('left', { count: made.left.length })}</p>}
      </div>
      <p role="alert" className="text-[15px] text-wrong empty:hidden">
        {error ?? (refused === undefined ? '' : opened?.words.sentence(refused))}
      </p>
      {opened !== undefined && looked !== undefined && !('refused' in looked) && (
        <>
          <CoursePreview course={looked} words={opened.words} />
          <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper py-3">
            <Button look="first" onClick={() => void take()} idle={busy}>
              {t(busy ? 'taking' : 'take')}
            </Button>
            <span className="text-[14px] text-ink-2">{t('allOrNone')}</span>
          </div>
        </>
      )}
    </>
  );
}
