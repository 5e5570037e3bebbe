'use client';
/** Chooses for whom tickets are made, and shows them as they are printed: eight on a sheet, to be cut. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Ticket } from '../../../../../../server/features/people/tickets.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import { QrCode } from '../../../../../_features/live/qr-code.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { DateTime } from '../../../../../_ui/date-time.tsx';

interface TicketsProps {
  classId: string;
  className: string;
  /** those whose accounts the class has made, in the order of lists */
  students: readonly { id: string; sortName: string; ready: boolean; ticket: boolean }[];
}

/** As it is printed. */
interface Printed extends Ticket {
  address: string;
  qr: string;
}

const DAYS = 14;

export function Tickets({ classId, className, students }: TicketsProps) {
  const t = useTranslations('desk.tickets');
  const { busy, error, send } = useCommand();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(students.flatMap(({ id, ready, ticket }) => (ready || ticket ? [] : [id]))),
  );
  const [tickets, setTickets] = useState<readonly Printed[]>([]);
  const [until, setUntil] = useState<string>();
  const make = async (): Promise<void> => {
    const userIds = students.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
    const [made, { default: codes }] = await Promise.all([
      send('people.tickets', { classId, userIds }),
      import('qrcode'),
    ]);
    if (made === undefined) return;
    const printed = made.tickets.map(async (ticket) => {
      const address = new URL(ticket.link, location.origin).href;
      return { ...ticket, address, qr: await codes.toString(address, { type: 'svg', margin: 0 }) };
    });
    setUntil(new Date(Date.now() + DAYS * 24 * 3_600_000).toISOString());
    setTickets(await Promise.all(printed));
  };
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  if (students.length === 0) return <p className="text-[15px]">{t('none')}</p>;
  return (
    <>
      <fieldset className="rounded-2 border border-line bg-sheet p-4 print:hidden">
        <legend className="px-1 font-[550] text-[15px]">{t('whom')}</legend>
        <label className="flex min-h-9 items-center gap-3 text-[14px] text-ink-2">
          <input
            type="checkbox"
            checked={chosen.size === students.length}
            onChange={({ target }) => setChosen(new Set(target.checked ? students.map(({ id }) => id) : []))}
            className="size-5 accent-violet"
          />
          {t('all')}
        </label>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-x-4">
          {students.map(({ id, sortName, ready, ticket }) => (
            <label key={id} className="flex min-h-9 min-w-0 items-center gap-3 text-[14px]">
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={({ target }) => toggle(id, target.checked)}
                className="size-5 shrink-0 accent-violet"
              />
              <span className="min-w-0 truncate">
                <bdi>{sortName}</bdi> {!ready && <span className="text-ink-3">{t(ticket ? 'has' : 'not')}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <Button look="first" idle={busy || chosen.size === 0} onClick={() => void make()}>
          {t('make', { count: chosen.size })}
        </Button>
        {tickets.length > 0 && <Button onClick={() => print()}>{t('print')}</Button>}
        <span role="status" className="text-[14px] text-ink-2 empty:hidden">
          {tickets.length > 0 && t('ready', { count: tickets.length })}
        </span>
        <span role="alert" className="text-[14px] text-wrong empty:hidden">
          {error}
        </span>
      </div>
      <ul className="grid grid-cols-1 gap-0 sm:grid-cols-2 print:grid-cols-2">
        {tickets.map(({ userId, name, login, address, qr }) => (
          <li
            key={userId}
            className="-mt-px -ms-px grid break-inside-avoid grid-cols-[minmax(0,1fr)_112px] gap-4 border border-line border-dashed bg-white p-5 text-[13px] text-black"
          >
            <div className="grid min-w-0 content-start gap-1">
              <p className="font-semibold text-[17px]">
                <bdi>{name}</bdi>
              </p>
              <p>
                {t('class')}: <bdi>{className}</bdi>
              </p>
              <p>
                {t('login')}: <bdi className="font-mono font-semibold text-[15px]">{login}</bdi>
              </p>
              <p className="mt-1">{t('open')}</p>
              <p dir="ltr" className="font-mono text-[12px] [overflow-wrap:anywhere]">
                {address}
              </p>
              {until !== undefined && <p>{t.rich('until', { date: () => <DateTime iso={until} form="day" /> })}</p>}
            </div>
            <QrCode svg={qr} address={address} className="size-28" />
          </li>
        ))}
      </ul>
    </>
  );
}
