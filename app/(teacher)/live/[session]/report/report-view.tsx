'use client';
/** The figures of a session, the table of its players, and beside it the question or the player that is looked at. */
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { NamedReport } from '../../../../../domain/live/report/named.ts';
import { Reads } from '../../../../_client/reads.tsx';
import { Names } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { ExportMenu } from './export-menu.tsx';
import { PlayerPanel } from './player-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { ReportTable } from './report-table.tsx';
import type { Shows } from './signs.ts';
import { useShortAnswers } from './use-reported.ts';

const SHOWS: readonly Shows[] = ['points', 'answers', 'time'];

interface ReportViewProps {
  session: string;
  report: NamedReport;
  isOver: boolean;
  isOfClass: boolean;
}

export function ReportView(props: ReportViewProps) {
  return (
    <Reads>
      <Report {...props} />
    </Reads>
  );
}

/** So often the report of a session that is played is read again, while somebody looks at it. */
const AGAIN_MS = 5_000;

function useRunning(runs: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [runs, router]);
}

function Report({ session, report, isOver, isOfClass }: ReportViewProps) {
  const t = useTranslations('live.report');
  const { questions, rows, absent, excused } = report;
  useRunning(!isOver);
  const [shows, setShows] = useState<Shows>('points');
  const [question, setQuestion] = useState<string | undefined>(questions[0]?.id);
  const [player, setPlayer] = useState<string>();
  const answers = useShortAnswers(session, shows === 'answers', report);
  const names = useMemo(() => new Map(rows.map(({ player: id, name }) => [id, name])), [rows]);
  const nameOf = useCallback((id: string): string => names.get(id) ?? '', [names]);
  const open = useCallback((of: { question?: string; player?: string }): void => {
    setQuestion(of.question);
    setPlayer(of.player);
  }, []);
  const onCell = useCallback((_player: string, id: string): void => open({ question: id }), [open]);
  const onPlayer = useCallback((id: string): void => open({ player: id }), [open]);
  const at = questions.findIndex(({ id }) => id === question);
  const shown = questions[at];
  const row = rows.find((one) => one.player === player);
  if (questions.length === 0 || rows.length === 0)
    return (
      <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
        {t(isOver ? 'nothing' : 'nothingYet')}
      </p>
    );
  const measured = questions.filter(({ share }) => share !== null);
  const twice = questions.filter(({ votes }) => votes > 1).length;
  const mean = rows.reduce((sum, { points }) => sum + points, 0) / rows.length;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-7 gap-y-2 text-[14px] text-ink-2">
        <span>
          {isOfClass
            ? t.rich('playedOf', { count: rows.length, of: rows.length + absent.length, ...LARGE })
            : t.rich('played', { count: rows.length, ...LARGE })}
        </span>
        {report.points > 0 && <span>{t.rich('mean', { mean, points: report.points, ...LARGE })}</span>}
        {measured.length > 0 && (
          <span>
            {t.rich('right', {
              share: measured.reduce((sum, { share }) => sum + (share ?? 0), 0) / measured.length,
              ...LARGE,
            })}
          </span>
        )}
        {twice > 0 && <span>{t.rich('twice', { count: twice, ...LARGE })}</span>}
        <span className="ms-auto flex flex-wrap gap-2 print:hidden">
          <Button size="small" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <ExportMenu session={session} />
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        <fieldset className="flex gap-1 rounded-[10px] bg-fill p-1">
          <legend className="sr-only">{t('shows')}</legend>
          {SHOWS.map((one) => (
            <Button
              key={one}
              size="small"
              look={one === shows ? 'plain' : 'quiet'}
              aria-pressed={one === shows}
              onClick={() => setShows(one)}
            >
              {t(`show.${one}`)}
            </Button>
          ))}
        </fieldset>
        <p className="text-[13px] text-ink-2">{t('signs')}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(360px,30%)]">
        {/* of who is looked at alone, their sheet is printed */}
        <div className={clsx('grid grid-cols-[minmax(0,1fr)] gap-3', row !== undefined && 'print:hidden')}>
          <ReportTable
            report={report}
            shows={shows}
            answers={answers}
            question={shown?.id}
            player={row?.player}
            onQuestion={(id) => open({ question: id })}
            onCell={onCell}
            onPlayer={onPlayer}
          />
          {excused.length > 0 && (
            <p className="text-[14px] text-ink-2">
              {t('excused', { count: excused.length })} <Names of={excused} />
            </p>
          )}
          {absent.length > 0 && (
            <p className="text-[14px] text-ink-2">
              {t('absent', { count: absent.length })} <Names of={absent} />
            </p>
          )}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:sticky xl:top-18 xl:max-h-[calc(100dvh-5.5rem)] xl:overflow-auto print:static print:max-h-none print:overflow-visible">
          {row !== undefined && (
            <PlayerPanel
              session={session}
              row={row}
              questions={questions}
              onQuestion={(id) => open({ question: id })}
            />
          )}
          {row === undefined && shown !== undefined && (
            <div className="print:hidden">
              <QuestionPanel
                session={session}
                question={shown}
                before={questions[at - 1]}
                after={questions[at + 1]}
                players={rows.length}
                nameOf={nameOf}
                onQuestion={(id) => open({ question: id })}
              />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

const LARGE = {
  b: (words: React.ReactNode) => <b className="font-semibold text-[19px] text-ink tabular-nums">{words}</b>,
};
