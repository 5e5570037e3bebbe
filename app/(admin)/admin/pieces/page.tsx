/** The pieces that pages are made of, in every state: to choose from, and to look at after a change. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePermission } from '../../../_data/viewer.ts';
import { Header } from '../../../_features/header/header.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { Actions } from './actions.tsx';
import { Entries } from './entries.tsx';
import { Kinds } from './kinds.tsx';
import { Lists } from './lists.tsx';
import { LivePieces } from './live-pieces.tsx';
import { Questions } from './questions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.pieces'))('title') };
}

async function PiecesPage() {
  const viewer = await requirePermission('/admin/pieces', 'course.manage');
  const t = await getTranslations('desk.pieces');
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-10 px-4 py-10 sm:px-6">
        <header className="grid gap-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <p className="text-ink-2">{t('text')}</p>
        </header>
        <Actions />
        <Entries />
        <Lists />
        <LivePieces />
        <Questions />
        <Kinds />
      </main>
    </>
  );
}

export default withWords('/admin/pieces', PiecesPage);
