'use client';
/** One misconception, in a week or ever: who showed it, with which answers; and something to practise for those who are ticked. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MapRow } from '../../../../../domain/insight/misread-map.ts';
import { calls } from '../../../../_client/calls.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { Html } from '../../../../_features/lesson/html.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';
import { PracticeForm } from './practice-form.tsx';

interface MisreadSheetProps {
  classId: string;
  of: MapRow;
  /** null: ever */
  week: string | null;
  mayGive: boolean;
  onClose(): void;
}

export function MisreadSheet({ classId, of, week, mayGive, onClose }: MisreadSheetProps) {
  const t = useTranslations('desk.insight');
  const common = useTranslations('common');
  const asked = { classId, code: of.code, week };
  const { seen, refused } = useRead(['misread answers', asked], () => calls.insight.answers.mutate(asked));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const people = seen?.people ?? [];
  const ticked = people.filter(({ userId }) => !left.has(userId)).map(({ userId }) => userId);
  const tick = (id: string, on: boolean): void =>
    setLeft(new Set(on ? [...left].filter((one) => one !== id) : [...left, id]));
  return (
    <SheetDialog title={<bdi>{of.name}</bdi>} onClose={onClose}>
      <p className="text-[14px] text-ink-2">
        {week === null ? t('ever') : t('weekOf')}{' '}
        {week !== null && <DateTime iso={`${week}T12:00:00Z`} form="day" zone="UTC" />}
      </p>
      {seen === undefined && !refused && <p className="text-ink-2">{common('loading')}</p>}
      {refused && (
        <p role="alert" className="text-wrong">
          {t('refused')}
        </p>
      )}
      {mayGive && people.length > 0 && (
        <PracticeForm
          classId={classId}
          code={of.code}
          title={t('practiceTitle', { name: of.name })}
          students={ticked}
        />
      )}
      <ul aria-label={t('people')} className="grid gap-4">
        {people.map(({ userId, name, count, answers }) => (
          <li key={userId} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
            {mayGive ? (
              <label className="flex min-h-8 items-center gap-2.5 font-[550]">
                <input
                  type="checkbox"
                  checked={!left.has(userId)}
                  onChange={({ target }) => tick(userId, target.checked)}
                  className="size-4 shrink-0 accent-violet"
                />
                <bdi>{name}</bdi>
              </label>
            ) : (
              <p className="font-[550]">
                <bdi>{name}</bdi>
              </p>
            )}
            {answers.map(({ title, text, options, at, live }) => (
              <div key={`${at} ${text}`} className="grid grid-cols-[minmax(0,1fr)] gap-1 text-[14px]">
                <p className="flex flex-wrap items-center gap-x-2 text-[13px] text-ink-3">
                  {title !== null && <bdi>{title}</bdi>}
                  <DateTime iso={at} />
                  {live && <Chip>{t('inRoom')}</Chip>}
                </p>
                {options.length > 0 ? (
                  <ul className="grid gap-1 rounded-1 bg-fill px-3 py-1.5">
                    {options.map(({ letter, html }) => (
                      <li key={letter} className="flex gap-2">
                        <span className="text-ink-3">{letter}</span>
                        <Html html={html} className="min-w-0 [overflow-wrap:anywhere]" />
                      </li>
                    ))}
                  </ul>
                ) : (
                  <p
                    dir="auto"
                    className="max-h-40 overflow-y-auto whitespace-pre-wrap rounded-1 bg-fill px-3 py-1.5 font-mono text-[12.5px] [overflow-wrap:anywhere]"
                  >
                    {text}
                  </p>
                )}
              </div>
            ))}
            {count > answers.length && (
              <p className="text-[13px] text-ink-3">{t('andMore', { count: count - answers.length })}</p>
            )}
          </li>
        ))}
      </ul>
    </SheetDialog>
  );
}
