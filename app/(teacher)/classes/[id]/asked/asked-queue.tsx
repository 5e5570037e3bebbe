'use client';
/** The queue of a class: filtered by what waits and by exercise; each opens at the side. It follows what is asked meanwhile. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { askedAt, inQueue, type QueuedInquiry } from '../../../../../domain/inquiries/inquiry.ts';
import { calls } from '../../../../_client/calls.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { useNews } from '../../../../_features/news/use-news.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { useLate } from '../../../../_late/late.ts';
import { useBegun } from '../../../../_late/use-near.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { SelectField } from '../../../../_ui/select-field.tsx';
import { TakenLine } from './taken-line.tsx';

/** Fields, verdicts, remarks: large, and for who opens one. */
const loadSheet = (): Promise<typeof import('./asked-sheet.tsx')> => import('./asked-sheet.tsx');

const SHOWN = ['all', 'open', 'answered'] as const;
type Shown = (typeof SHOWN)[number];

interface AskedQueueProps {
  classId: string;
  initial: QueuedInquiry[];
  may: { manage: boolean; grade: boolean };
  /** the one that is opened to begin with; null: none */
  open: string | null;
}

export function AskedQueue({ classId, initial, may, open: first }: AskedQueueProps) {
  const t = useTranslations('inquiries.desk');
  const { seen, refused, again } = useRead(['asked', classId], () => calls.inquiries.queue.mutate({ classId }), {
    initial: { ok: true, queue: initial },
  });
  useNews(
    'inquiry',
    (news) => {
      if (news.class === classId) void again();
    },
    () => void again(),
  );
  const router = useRouter();
  const open = (seen?.queue ?? []).filter(({ state }) => state === 'open').length;
  const before = useRef(open);
  useEffect(() => {
    // the number beside the tab follows
    if (before.current !== open) router.refresh();
    before.current = open;
  }, [open, router]);
  const [shown, setShown] = useState<Shown>('all');
  const [at, setAt] = useState('');
  const [opened, setOpened] = useState(first);
  const begun = useBegun();
  const { part: sheet, waits } = useLate(begun || opened !== null ? loadSheet : undefined);
  const queue = seen?.queue ?? [];
  const fits = ({ state }: QueuedInquiry, which: Shown): boolean =>
    which === 'all' || (state === 'open') === (which === 'open');
  const places = askedAt(queue);
  const found = inQueue(queue).filter((one) => fits(one, shown) && (at === '' || at === placeOf(one)));
  if (queue.length === 0 && opened === null)
    return (
      <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
        {t('none')}
        {refused && <Refused onAgain={() => void again()} />}
      </p>
    );
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <SelectField
          label={t('filter.state')}
          value={shown}
          onChange={(event) => setShown(SHOWN.find((one) => one === event.target.value) ?? 'all')}
          options={SHOWN.map((which) => ({
            value: which,
            label: t(`filter.${which}`, { count: queue.filter((one) => fits(one, which)).length }),
          }))}
        />
        {places.length > 1 && (
          <SelectField
            label={t('filter.at')}
            value={at}
            onChange={(event) => setAt(event.target.value)}
            options={[
              { value: '', label: t('filter.everywhere') },
              ...places.map((one) => ({
                value: placeOf(one),
                label: t('filter.one', { title: one.title, count: one.all }),
              })),
            ]}
          />
        )}
      </div>
      {refused && <Refused onAgain={() => void again()} />}
      {found.length === 0 && <p className="text-ink-2">{t('noneHere')}</p>}
      <ul aria-label={t('list')} className="grid grid-cols-[minmax(0,1fr)] gap-2 empty:hidden">
        {found.map((one) => (
          <li key={one.id}>
            <QueueLine one={one} onOpen={() => setOpened(one.id)} />
          </li>
        ))}
      </ul>
      {opened !== null && sheet === undefined && (
        <p role={waits ? 'alert' : 'status'} className="text-[14px] text-ink-2">
          {t(waits ? 'refused' : 'opening')}
        </p>
      )}
      {opened !== null && sheet !== undefined && (
        <sheet.AskedSheet
          key={opened}
          inquiry={opened}
          classId={classId}
          may={may}
          onClose={() => setOpened(null)}
          onChanged={() => void again()}
        />
      )}
    </>
  );
}

const placeOf = ({ lessonId, questionId }: { lessonId: string; questionId: string }): string =>
  `${lessonId} ${questionId}`;

function QueueLine({ one, onOpen }: { one: QueuedInquiry; onOpen(): void }) {
  const t = useTranslations('inquiries.desk');
  const { student, questionTitle, lessonTitle, text, at, state, answeredBy, taken } = one;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 rounded-2 border border-line bg-sheet px-4 py-3 text-start hover:border-violet"
    >
      <b className="min-w-0 truncate font-semibold">
        <bdi>{student}</bdi>
      </b>
      <span className="justify-self-end">
        <Chip tone={state === 'open' ? 'wait' : 'plain'}>
          <span aria-hidden>{state === 'open' ? '?' : '✓'}</span> {t('state', { state })}
        </Chip>
      </span>
      <bdi className="col-span-2 min-w-0 truncate text-[15px]">{text}</bdi>
      <span className="min-w-0 truncate text-[13px] text-ink-2">
        {t.rich('at', { question: questionTitle, lesson: lessonTitle, ...BDI })}
      </span>
      <span className="text-[13px] text-ink-2">
        <DateTime iso={at} />
      </span>
      {taken !== null && !taken.own && <TakenLine taken={taken} />}
      {answeredBy !== null && state !== 'open' && (
        <span className="col-span-2 text-[13px] text-ink-2">{t.rich('answeredBy', { name: answeredBy, ...BDI })}</span>
      )}
    </button>
  );
}

function Refused({ onAgain }: { onAgain(): void }) {
  const t = useTranslations('inquiries.desk');
  return (
    <span role="alert" className="flex flex-wrap items-center gap-2 text-[14px] text-wrong">
      {t('refused')}
      <Button size="small" onClick={onAgain}>
        {t('again')}
      </Button>
    </span>
  );
}
