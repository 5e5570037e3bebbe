/** The frame of a class's pages: its name and its four places. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Person } from '../../../../domain/people/person.ts';
import { Header } from '../../../_features/header/header.tsx';

const TABS = { board: '', lessons: '/lessons', people: '/people', quizzes: '/quizzes' } as const;
type ClassTab = keyof typeof TABS;

interface ClassFrameProps {
  viewer: Person;
  found: { id: string; name: string };
  tab: ClassTab;
  children: ReactNode;
}

export function ClassFrame({ viewer, found, tab, children }: ClassFrameProps) {
  const t = useTranslations('desk.tabs');
  return (
    <>
      <Header user={viewer} wide>
        <bdi className="truncate font-[550] text-ink max-sm:hidden">{found.name}</bdi>
      </Header>
      <nav aria-label={t('label')} className="flex gap-1 overflow-x-auto border-line border-b px-4 sm:px-6">
        {(Object.keys(TABS) as ClassTab[]).map((name) => (
          <Link
            key={name}
            href={`/classes/${found.id}${TABS[name]}`}
            aria-current={name === tab ? 'page' : undefined}
            className="border-transparent border-b-2 px-3 py-2.5 text-[14px] text-ink-2 hover:text-ink aria-[current=page]:border-violet aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      <main id="content" className="px-4 py-6 sm:px-6">
        {children}
      </main>
    </>
  );
}
