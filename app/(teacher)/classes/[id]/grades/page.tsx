/** The grade book of a class: students × all that they were given, and what it comes to. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { gradesOf, wireOf } from '../../../../../server/features/grades/read.ts';
import { Reads } from '../../../../_client/reads.tsx';
import { requireGrades } from '../../../../_data/classes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { GradesView } from './grades-view.tsx';
import { Legend } from './legend.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grades'))('title') };
}

async function GradesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireGrades(id, `/classes/${id}/grades`);
  const grades = wireOf(await gradesOf(id));
  const t = await getTranslations('grades');
  // once it was put aside, it is read
  const may = found.aside ? { manage: false, grade: false } : found.may;
  const isEmpty = grades.columns.length === 0 || grades.students.length === 0;
  return (
    <ClassFrame viewer={viewer} found={found} tab="grades">
      {isEmpty ? (
        <>
          <h1 className="font-semibold text-[22px]">{t('title')}</h1>
          <p className="mt-4 rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
            {may.manage ? (
              <Link
                className="text-violet-ink underline"
                href={`/classes/${id}/${grades.columns.length === 0 ? 'lessons' : 'people'}`}
              >
                {t(grades.columns.length === 0 ? 'empty.nothingGiven' : 'empty.noStudents')}
              </Link>
            ) : (
              t('empty.nothingYet')
            )}
          </p>
        </>
      ) : (
        <Reads>
          <GradesView classId={id} zone={found.timeZone} may={may} initial={grades}>
            <Legend may={may.grade} />
          </GradesView>
        </Reads>
      )}
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/grades', GradesPage);
