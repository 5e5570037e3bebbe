/** A quiz that one has played: each question with one's own answer, the right one and why, as at its end. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requireReview } from '../../../_data/live-lists.ts';
import { requireViewer } from '../../../_data/viewer.ts';
import { Header } from '../../../_features/header/header.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { Review } from '../../../play/[session]/review.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.played'))('one') };
}

async function PlayedQuizPage({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params;
  const viewer = await requireViewer(`/played/${session}`);
  const view = await requireReview(viewer, session);
  const t = await getTranslations('live.played');
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[620px] grid-cols-[minmax(0,1fr)] gap-4 px-4 py-6 sm:px-6">
        <Link href="/played" prefetch={false} className="justify-self-start text-[14px] text-ink-2 hover:text-ink">
          <span className="along">←</span> {t('title')}
        </Link>
        <p dir="auto" className="font-semibold text-[17px]">
          {view.lesson}
        </p>
        <Review view={view} />
      </main>
    </>
  );
}

export default withWords('/played/[session]', PlayedQuizPage);
