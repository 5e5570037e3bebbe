'use client';
/** How a question went: class by class, at home and in rooms apart, and what was answered instead. Read when it is opened. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FEW_PAIRS, type ItemRest, isBackwards } from '../../../domain/measures/item-rest.ts';
import { FEW_ANSWERS, type MeasureRow } from '../../../domain/measures/question-measures.ts';
import { calls } from '../../_client/calls.ts';
import { Reads } from '../../_client/reads.tsx';
import { useRead } from '../../_client/use-read.ts';
import { type PlainColumn, PlainTable } from '../../_ui/table/plain-table.tsx';

/** @param open from the beginning */
export function QuestionMeasures({ questionId, open: begins = false }: { questionId: string; open?: boolean }) {
  const t = useTranslations('desk.measures');
  const [open, setOpen] = useState(begins);
  return (
    <details
      open={begins}
      className="rounded-2 border border-line bg-sheet px-4 py-3 sm:px-5"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="cursor-pointer font-semibold text-[16px]">{t('title')}</summary>
      {open && (
        <Reads>
          <Measures questionId={questionId} />
        </Reads>
      )}
    </details>
  );
}

function Measures({ questionId }: { questionId: string }) {
  const t = useTranslations('desk.measures');
  const common = useTranslations('common');
  const { seen, refused } = useRead(['measured', questionId], () => calls.bank.measured.mutate({ questionId }));
  if (seen === undefined)
    return (
      <p role={refused ? 'alert' : 'status'} className="mt-3 text-[14px] text-ink-2">
        {refused ? t('refused') : common('loading')}
      </p>
    );
  const { rows, months, wrong, counted } = seen.measured;
  if (rows.length === 0) return <p className="mt-3 text-[14px] text-ink-2">{t('none')}</p>;
  const number = 'text-end tabular-nums';
  const columns: PlainColumn<MeasureRow>[] = [
    {
      id: 'class',
      title: t('class'),
      names: true,
      show: ({ class: name }) =>
        name === null ? <span className="text-ink-3">{t('noClass')}</span> : <bdi>{name}</bdi>,
    },
    {
      id: 'where',
      title: t('where'),
      show: ({ where, rooms }) => (where === 'home' ? t('home') : t('rooms', { count: rooms })),
    },
    { id: 'answers', title: t('answers'), head: 'text-end!', cell: number, show: ({ answers }) => answers },
    {
      id: 'right',
      title: t('right'),
      head: 'text-end!',
      cell: number,
      show: ({ right }) => (right === null ? <TooFew /> : t('share', { share: right })),
    },
    {
      id: 'attempts',
      title: t('attempts'),
      head: 'text-end!',
      cell: number,
      show: ({ attempts }) => (attempts === null ? '–' : t('number', { value: attempts })),
    },
    {
      id: 'time',
      title: t('time'),
      head: 'text-end!',
      cell: number,
      show: ({ medianMs }) => (medianMs === null ? '–' : t('seconds', { value: medianMs / 1000 })),
    },
    {
      id: 'tells',
      title: t('tells'),
      head: 'text-end!',
      cell: number,
      show: ({ tells }) => (tells.rest === null || tells.paired < FEW_PAIRS ? <TooFew /> : <Tells tells={tells} />),
    },
  ];
  return (
    <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4">
      <PlainTable
        label={t('title')}
        columns={columns}
        rows={rows}
        idOf={({ class: name, where }) => `${name ?? ''} ${where}`}
      />
      <p className="text-[13px] text-ink-2">{t('how', { answers: FEW_ANSWERS, people: FEW_PAIRS })}</p>
      {months.length > 0 && (
        <section className="grid gap-1.5">
          <h3 className="font-semibold text-[14px]">{t('overTime')}</h3>
          <ul className="grid gap-1 text-[14px]">
            {months.map(({ month, answers, right }) => (
              <li key={month} className="grid grid-cols-[5rem_minmax(0,1fr)_auto] items-center gap-3 tabular-nums">
                <span>{month}</span>
                <span aria-hidden className="h-2 overflow-hidden rounded-full bg-fill">
                  <span className="block h-full bg-good" style={{ width: `${100 * (right ?? 0)}%` }} />
                </span>
                <span className="text-ink-2">
                  {right === null ? <TooFew /> : t('share', { share: right })} · {t('ofAnswers', { count: answers })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {wrong.length > 0 && (
        <section className="grid gap-1.5">
          <h3 className="font-semibold text-[14px]">{t('instead')}</h3>
          <ul className="grid gap-1 text-[14px]">
            {wrong.map(({ label, home, room }) => (
              <li key={label} className="flex items-baseline gap-3">
                <bdi className="min-w-0 font-mono text-[13px] [overflow-wrap:anywhere]">{label}</bdi>
                <span className="ms-auto whitespace-nowrap text-ink-2 tabular-nums">
                  {t('times', { home, homeOf: counted.home, room, roomOf: counted.room })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function TooFew() {
  const t = useTranslations('desk.measures');
  return <span className="font-normal text-[13px] text-ink-3">{t('few')}</span>;
}

function Tells({ tells }: { tells: ItemRest }) {
  const t = useTranslations('desk.measures');
  const backwards = isBackwards(tells);
  return (
    <span className={backwards ? 'text-wrong' : undefined}>
      {t('number', { value: tells.rest ?? 0 })}
      {backwards && <span className="block text-[12.5px]">▲ {t('lookAtKey')}</span>}
    </span>
  );
}
