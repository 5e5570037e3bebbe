/** What is new: given, due, said, asked, decided, each with the way to it. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readOwnNotices } from '../_data/notices.ts';
import { requireViewer } from '../_data/viewer.ts';
import { Header } from '../_features/header/header.tsx';
import { withWords } from '../_i18n/with-words.tsx';
import { NoticeLine } from './notice-line.tsx';
import { Seen } from './seen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices.page'))('title') };
}

async function NoticesPage() {
  const viewer = await requireViewer('/notices');
  const notices = await readOwnNotices(viewer);
  const t = await getTranslations('notices.page');
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[720px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-10 sm:px-6">
        <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
        {notices.length === 0 ? (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
        ) : (
          <ul aria-label={t('title')} className="divide-y divide-line rounded-2 border border-line bg-sheet">
            {notices.map((notice) => (
              <NoticeLine key={`${notice.kind} ${notice.id}`} notice={notice} />
            ))}
          </ul>
        )}
        <p className="text-[14px]">
          <Link className="text-violet-ink underline underline-offset-2" href="/account#notices" prefetch={false}>
            {t('choose')}
          </Link>
        </p>
        <Seen upTo={notices[0]?.at ?? null} fresh={notices.some(({ fresh }) => fresh)} />
      </main>
    </>
  );
}

export default withWords('/notices', NoticesPage);
