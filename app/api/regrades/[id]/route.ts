/** The changes of a regrade as a file for spreadsheets. */
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { csvOf } from '../../../../domain/exchange/sheets/csv.ts';
import type { ReportScore } from '../../../../domain/judging/regrade.ts';
import { readRegrade } from '../../../../server/features/regrading/queries.ts';
import { requireViewer } from '../../../_data/viewer.ts';
import { attachment } from '../../scores/[id]/attachment.ts';

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const viewer = await requireViewer(`/api/regrades/${id}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const read = await readRegrade(viewer, { regrade: id });
  if (!read.ok || read.view.report === null) notFound();
  const { view } = read;
  const t = await getTranslations('desk.regrade');
  const titles = new Map(view.questions.map((one) => [one.id, `${t(one.role, { number: one.number })}: ${one.title}`]));
  const cells = (score: ReportScore) => (score === null ? [null, null] : [score.points, score.maxPoints]);
  const rows = read.view.report.changes.map((change) => [
    change.student,
    change.login,
    titles.get(change.questionId) ?? change.questionId,
    ...cells(change.before),
    ...cells(change.after),
    t(`kind.${change.kind}`),
  ]);
  const head = [
    t('column.student'),
    t('login'),
    t('column.question'),
    t('column.before'),
    t('beforeOf'),
    t('column.after'),
    t('afterOf'),
    t('column.change'),
  ];
  return new Response(csvOf([head, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(t('file', { lesson: view.lesson.title, version: view.version })),
      'cache-control': 'no-store',
    },
  });
}
