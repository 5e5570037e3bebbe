/** The frame of a class's pages: its name and its places. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Person } from '../../../../domain/people/person.ts';
import { Header } from '../../../_features/header/header.tsx';

const TABS = {
  board: '',
  now: '/now',
  asked: '/asked',
  grades: '/grades',
  lessons: '/lessons',
  people: '/people',
  quizzes: '/quizzes',
  insight: '/insight',
  settings: '/settings',
} as const;
type ClassTab = keyof typeof TABS;
/** What an assistant sees of these is what they may do. */
const NEEDS: Partial<Record<ClassTab, 'manage' | 'people' | 'grade'>> = {
  grades: 'grade',
  lessons: 'manage',
  people: 'people',
  settings: 'manage',
};

interface ClassFrameProps {
  viewer: Person;
  found: {
    id: string;
    name: string;
    aside: boolean;
    asked: number;
    may: { manage: boolean; people: boolean; grade: boolean };
  };
  tab: ClassTab;
  children: ReactNode;
}

export function ClassFrame({ viewer, found, tab, children }: ClassFrameProps) {
  const t = useTranslations('desk.tabs');
  const tabs = (Object.keys(TABS) as ClassTab[]).filter((name) => {
    const needs = NEEDS[name];
    // one that was put aside has nothing but its settings, and its grades to be read
    if (found.aside && name !== 'settings' && name !== 'grades') return false;
    return needs === undefined || found.may[needs];
  });
  return (
    <>
      <Header user={viewer} wide>
        <bdi className="truncate font-[550] text-ink max-sm:hidden">{found.name}</bdi>
      </Header>
      <nav
        aria-label={t('label')}
        className="flex gap-1 overflow-x-auto border-line border-b px-4 sm:px-6 print:hidden"
      >
        {tabs.map((name) => (
          <Link
            key={name}
            href={`/classes/${found.id}${TABS[name]}`}
            aria-current={name === tab ? 'page' : undefined}
            className="whitespace-nowrap border-transparent border-b-2 px-3 py-2.5 text-[14px] text-ink-2 hover:text-ink aria-[current=page]:border-violet aria-[current=page]:font-semibold aria-[current=page]:text-ink"
          >
            {t(name)}
            {name === 'asked' && found.asked > 0 && (
              <span className="ms-1.5 rounded-full bg-fill px-1.5 text-[12px] tabular-nums">
                <span aria-hidden>{found.asked}</span>
                <span className="sr-only">{t('waiting', { count: found.asked })}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <main id="content" className="px-4 py-6 sm:px-6">
        {children}
      </main>
    </>
  );
}
