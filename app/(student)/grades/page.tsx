/** One's own grades: in each class what is told by now, what counts of it, and what would be if. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readOwnGrades } from '../../../server/features/grades/own.ts';
import { requireViewer } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ClassGrades } from './class-grades.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grades.own'))('title') };
}

async function OwnGradesPage() {
  const viewer = await requireViewer('/grades');
  const classes = await readOwnGrades(viewer);
  const t = await getTranslations('grades.own');
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-8 px-4 py-8 sm:px-6">
        <header className="grid gap-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          {classes.length > 0 && <p className="max-w-[44rem] text-[14px] text-ink-2">{t('rule')}</p>}
        </header>
        {classes.length === 0 && (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
        )}
        {classes.map((one) => (
          <ClassGrades key={one.id} of={one} />
        ))}
      </main>
    </>
  );
}

export default withWords('/grades', OwnGradesPage);
