/** Around the editor of a question: the bar, and the way back to the list. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Header, type HeaderUser } from '../../_features/header/header.tsx';

export function QuestionFrame({ viewer, children }: { viewer: HeaderUser; children: ReactNode }) {
  const t = useTranslations('desk.questions');
  return (
    <>
      <Header user={viewer} wide>
        <Link href="/questions" className="truncate hover:text-ink max-sm:hidden">
          ‹ {t('title')}
        </Link>
      </Header>
      <main id="content" className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 py-5 sm:px-6">
        {children}
      </main>
    </>
  );
}
