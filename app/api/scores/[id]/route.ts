/** The points of a class as a file for spreadsheets. */
import { getTranslations } from 'next-intl/server';
import { csvOf } from '../../../../domain/exchange/sheets/csv.ts';
import { readScores } from '../../../../server/features/board/scores.ts';
import { readGiven, requireClass } from '../../../_data/classes.ts';
import { attachment } from './attachment.ts';

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { found } = await requireClass(id, `/api/scores/${id}`, 'class.results');
  const { questions, unscored, rows } = await readScores(id, await readGiven(id));
  const t = await getTranslations('desk.scores');
  const head = [
    t('name'),
    t('login'),
    ...questions.map((one) =>
      t('column', {
        lesson: one.lesson,
        question: t(one.role, { number: one.number }),
        title: one.title,
        points: one.points,
      }),
    ),
    t('right'),
    t('attempted'),
    t('total', { points: questions.reduce((sum, one) => sum + one.points, 0) }),
    ...unscored.map((one) =>
      t('unscored', { lesson: one.lesson, question: t(one.role, { number: one.number }), title: one.title }),
    ),
  ];
  const lines = rows.map((row) => [
    row.name ?? '',
    row.login ?? '',
    ...row.points,
    row.right,
    row.attempted,
    row.total,
    ...row.texts,
  ]);
  return new Response(csvOf([head, ...lines]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(t('file', { name: found.name })),
      'cache-control': 'no-store',
    },
  });
}
