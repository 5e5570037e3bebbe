/** Points out of the grade book and into it: for spreadsheets, Moodle and Canvas, and from a table. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requireGrades } from '../../../../../_data/classes.ts';
import { readColumnNames } from '../../../../../_data/grades.ts';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../../class-frame.tsx';
import { CanvasFile } from './canvas-file.tsx';
import { PointsIn } from './points-in.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grades.files'))('title') };
}

const FORMS = ['xlsx', 'semicolon', 'comma', 'moodle'] as const;

async function GradeFilesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireGrades(id, `/classes/${id}/grades/files`);
  const columns = await readColumnNames(id);
  const t = await getTranslations('grades.files');
  return (
    <ClassFrame viewer={viewer} found={found} tab="grades">
      <div className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-8">
        <header className="grid gap-1">
          <Link href={`/classes/${id}/grades`} className="text-[14px] text-violet-ink hover:underline" prefetch={false}>
            ← {t('back')}
          </Link>
          <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        </header>
        <section aria-labelledby="out" className="grid gap-3">
          <h2 id="out" className="font-semibold text-[17px]">
            {t('out')}
          </h2>
          <p className="max-w-[70ch] text-[14px] text-ink-2">{t('outHint')}</p>
          <ul className="grid gap-2 sm:grid-cols-2">
            {FORMS.map((form) => (
              <li key={form}>
                <a
                  href={`/api/grades/${id}?form=${form}`}
                  download
                  className="grid h-full gap-0.5 rounded-2 border border-line bg-sheet px-4 py-3 hover:border-ink-3"
                >
                  <span className="font-[550] text-[15px]">↓ {t(`form.${form}.name`)}</span>
                  <span className="text-[13px] text-ink-2">{t(`form.${form}.for`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="canvas" className="grid gap-3">
          <h2 id="canvas" className="font-semibold text-[17px]">
            {t('canvas')}
          </h2>
          <p className="max-w-[70ch] text-[14px] text-ink-2">{t('canvasHint')}</p>
          <CanvasFile classId={id} name={found.name} />
        </section>
        {found.may.grade && !found.aside && (
          <section aria-labelledby="in" className="grid gap-3">
            <h2 id="in" className="font-semibold text-[17px]">
              {t('in')}
            </h2>
            <p className="max-w-[70ch] text-[14px] text-ink-2">{t('inHint')}</p>
            <PointsIn classId={id} columns={columns} mayAdd={found.may.manage} />
          </section>
        )}
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/grades/files', GradeFilesPage);
