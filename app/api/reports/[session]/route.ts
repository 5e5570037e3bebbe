/** The report of a live session as a file: for Excel, or as CSV in the form of a country. */
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type CsvForm, csvOf } from '../../../../domain/exchange/sheets/csv.ts';
import { type SheetWords, sheetsOf, wholeSheet } from '../../../../domain/live/report/sheets.ts';
import { readReportedAnswers } from '../../../../server/features/live/report.ts';
import { readLiveReport, requireReport } from '../../../_data/live-report.ts';
import { attachment } from '../../scores/[id]/attachment.ts';
import { workbookOf } from './workbook.ts';

const CSV: Record<string, CsvForm> = {
  semicolon: { separator: ';', decimal: ',' },
  comma: { separator: ',', decimal: '.' },
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function GET(request: Request, { params }: { params: Promise<{ session: string }> }): Promise<Response> {
  const { session: id } = await params;
  const asked = new URL(request.url);
  const { viewer, session } = await requireReport(id, `${asked.pathname}${asked.search}`);
  const form = asked.searchParams.get('form') ?? 'xlsx';
  if (form !== 'xlsx' && CSV[form] === undefined) notFound();
  const [report, given, t] = await Promise.all([
    readLiveReport(viewer, id),
    readReportedAnswers(viewer, { session: id, player: null, whole: true }),
    getTranslations('live.report'),
  ]);
  if (!given.ok) notFound();
  const told = { report, answers: given.answers, words: wordsOf(t) };
  const name = t('file', { title: session.title, day: session.openedAt.slice(0, 10) });
  const file = (body: BodyInit, type: string, ending: string): Response =>
    new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': attachment(`${name}.${ending}`),
        'cache-control': 'no-store',
      },
    });
  if (form !== 'xlsx') return file(csvOf(wholeSheet(told), CSV[form]), 'text/csv; charset=utf-8', 'csv');
  const { points, answers, first, seconds, questions } = sheetsOf(told);
  const sheets = { points, answers, ...(first === null ? {} : { first }), seconds, questions };
  const named = Object.entries(sheets).map(([which, rows]) => ({
    name: t(`sheet.${which as keyof typeof sheets}`),
    rows,
  }));
  return file(new Uint8Array(await workbookOf(named)), XLSX, 'xlsx');
}

type Words = Awaited<ReturnType<typeof getTranslations<'live.report'>>>;

function wordsOf(t: Words): SheetWords {
  return {
    name: t('column.name'),
    alias: t('column.alias'),
    right: t('column.right'),
    answered: t('column.answered'),
    total: (max) => t('column.total', { max }),
    question: ({ number, title }) => `${number} ${title}`,
    points: (max) => t('column.points', { max }),
    answer: t('column.answer'),
    first: t('column.first'),
    seconds: t('column.seconds'),
    about: [
      ...([t('column.number'), t('column.title'), t('points'), t('column.answered')] as const),
      ...([t('column.right'), t('column.share'), t('column.median'), t('column.open')] as const),
    ],
  };
}
