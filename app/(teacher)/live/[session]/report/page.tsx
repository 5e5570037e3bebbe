/** How a live session went: players by questions, each answer, both votes, what the wrong ones did; to print and to take out. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readLiveReport, requireReport } from '../../../../_data/live-report.ts';
import { Header } from '../../../../_features/header/header.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { ReportView } from './report-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.report'))('title') };
}

async function ReportPage({ params }: { params: Promise<{ session: string }> }) {
  const { session: id } = await params;
  const { viewer, session, may, guestDays } = await requireReport(id, `/live/${id}/report`);
  const report = await readLiveReport(viewer, id);
  const t = await getTranslations('live.report');
  const isOver = session.endedAt !== null;
  const ofClass = may.results ? session.class : null;
  // a class that was put aside has no page of its quizzes
  const back = ofClass === null || ofClass.aside ? '/live' : `/classes/${ofClass.id}/quizzes`;
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="grid grid-cols-[minmax(0,1fr)] gap-5 px-4 py-6 sm:px-6 print:p-0">
        <header className="grid gap-1.5">
          <Link
            href={back}
            prefetch={false}
            className="justify-self-start text-[14px] text-ink-2 hover:text-ink print:hidden"
          >
            <span className="along">←</span> {ofClass === null || ofClass.aside ? t('back') : <bdi>{ofClass.name}</bdi>}
          </Link>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 dir="auto" className="font-semibold font-serif text-[28px] leading-tight [overflow-wrap:anywhere]">
              {session.title}
            </h1>
            <Chip tone={isOver ? 'plain' : 'violet'}>{isOver ? t('over') : `● ${t('running')}`}</Chip>
            <ButtonLink
              size="small"
              look="quiet"
              className="ms-auto print:hidden"
              href={`/live/${id}/replay`}
              prefetch={false}
            >
              {t('stepByStep')}
            </ButtonLink>
            {may.host && (
              <ButtonLink size="small" look="quiet" className="print:hidden" href={`/live/${id}/host`} prefetch={false}>
                {isOver ? t('wrongKey') : t('toRoom')}
              </ButtonLink>
            )}
          </div>
          <p className="flex flex-wrap gap-x-2 text-[14px] text-ink-2">
            <DateTime iso={session.openedAt} form="full" />
            {session.class !== null && <bdi>{session.class.name}</bdi>}
            <span>{session.host === null ? t('ledByYou') : t.rich('ledBy', { name: session.host, ...BDI })}</span>
          </p>
          {session.corrected && <p className="text-[14px] text-violet-ink">{t('corrected')}</p>}
        </header>
        <ReportView session={id} report={report} isOver={isOver} isOfClass={session.class !== null} />
        {report.rows.some(({ userId }) => userId === null) && (
          <p className="text-[13px] text-ink-3">{t('guests', { days: guestDays })}</p>
        )}
      </main>
    </>
  );
}

export default withWords('/live/[session]/report', ReportPage);
