/** The grade book of a class as a file: for Excel, as CSV in the form of a country, or for Moodle's import of grades. */
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { gradeSheet, moodleSheet, shownToStudents } from '../../../../domain/activities/grade-sheets.ts';
import { type CsvForm, csvOf } from '../../../../domain/exchange/sheets/csv.ts';
import { titlesApart } from '../../../../server/features/grades/files.ts';
import { gradesOf } from '../../../../server/features/grades/read.ts';
import { requireGrades } from '../../../_data/classes.ts';
import { workbookOf } from '../../reports/[session]/workbook.ts';
import { attachment } from '../../scores/[id]/attachment.ts';

const CSV: Record<string, CsvForm> = {
  semicolon: { separator: ';', decimal: ',' },
  comma: { separator: ',', decimal: '.' },
  moodle: { separator: ',', decimal: '.' },
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { searchParams, pathname, search } = new URL(request.url);
  const { found } = await requireGrades(id, `${pathname}${search}`);
  const form = searchParams.get('form') ?? 'xlsx';
  if (form !== 'xlsx' && CSV[form] === undefined) notFound();
  const [whole, t] = await Promise.all([gradesOf(id), getTranslations('grades.file')]);
  const grades = { ...whole, columns: await titlesApart(id, whole.columns) };
  const rows =
    form === 'moodle'
      ? moodleSheet(shownToStudents(grades))
      : gradeSheet(grades, {
          ...{ name: t('name'), login: t('login'), total: t('total'), mark: t('mark'), excused: t('excused') },
          category: (name) => t('category', { category: name }),
          column: (activity, max) => t('column', { activity, max }),
        });
  const name = t(form === 'moodle' ? 'calledMoodle' : 'called', { class: found.name });
  const file = (body: BodyInit, type: string, ending: string): Response =>
    new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': attachment(`${name}.${ending}`),
        'cache-control': 'no-store',
      },
    });
  if (form !== 'xlsx') return file(csvOf(rows, CSV[form]), 'text/csv; charset=utf-8', 'csv');
  return file(new Uint8Array(await workbookOf([{ name: t('sheet'), rows }])), XLSX, 'xlsx');
}
