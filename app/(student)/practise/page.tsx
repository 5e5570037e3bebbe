/** What went wrong, once more: what comes today, what comes later, and what was put aside. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readPractising } from '../../_data/practising.ts';
import { requirePermission } from '../../_data/viewer.ts';
import { HourAtHome } from '../../_features/class-now/hour-at-home.tsx';
import { Header } from '../../_features/header/header.tsx';
import { FormulaFaces } from '../../_features/lesson/formula-faces.tsx';
import { PracticeDesk } from '../../_features/practising/practice-desk.tsx';
import { withWords } from '../../_i18n/with-words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('practise'))('title') };
}

const PATH = '/practise';

async function PractisePage() {
  const viewer = await requirePermission(PATH, 'lesson.read');
  const lists = await readPractising(viewer);
  const t = await getTranslations('practise');
  return (
    <>
      <FormulaFaces />
      <Header user={viewer} />
      <HourAtHome />
      <main id="content" className="mx-auto grid max-w-[44rem] grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-8 pb-24 sm:px-6">
        <header className="grid gap-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <p className="text-[15px] text-ink-2">{t('lead')}</p>
          <p className="text-[14px] text-ink-3">
            {t('private')}{' '}
            <Link href="/grades" prefetch={false} className="underline underline-offset-2 hover:text-ink">
              {t('counts')}
            </Link>
          </p>
        </header>
        <PracticeDesk key={viewer.id} userId={viewer.id} {...lists} />
      </main>
    </>
  );
}

export default withWords('/practise', PractisePage);
