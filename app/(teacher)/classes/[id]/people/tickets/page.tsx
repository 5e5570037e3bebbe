/** Tickets to print: what students sign in with, and a one-time link each. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readTickets, requireClass } from '../../../../../_data/classes.ts';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../../class-frame.tsx';
import { Tickets } from './tickets.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.tickets'))('title') };
}

async function TicketsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/people/tickets`, 'class.people');
  const { own, others } = await readTickets(id);
  const t = await getTranslations('desk.tickets');
  return (
    <ClassFrame viewer={viewer} found={found} tab="people">
      <div className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-5">
        <h1 className="font-semibold text-[22px] print:hidden">{t('title')}</h1>
        <p className="max-w-[70ch] text-[15px] text-ink-2 print:hidden">{t('text')}</p>
        <Tickets
          classId={id}
          className={found.name}
          // who assists hands out first passwords only
          students={own.filter(({ ready }) => found.may.manage || !ready)}
        />
        {others > 0 && own.length > 0 && (
          <p className="text-[14px] text-ink-2 print:hidden">{t('others', { count: others })}</p>
        )}
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/people/tickets', TicketsPage);
