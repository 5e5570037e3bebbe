/** The bar on top of every reading and desk page; on a phone it stays on one line. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { can, type Role } from '../../../domain/people/permissions.ts';
import { ThemeSwitch } from '../../_ui/theme-switch.tsx';
import { WaitingLine } from '../outbox/waiting-line.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Bar, ToSignIn } from './bar.tsx';
import { Bell } from './bell.tsx';

export interface HeaderUser {
  id: string;
  name: string;
  role: Role;
  /** a course was given to them to edit */
  edits?: boolean;
  /** how much is new for them */
  news?: number;
}

/** The pages that everybody finds in the bar who may open them. */
const PLACES = [
  { name: 'home', href: '/home', action: 'lesson.read' },
  { name: 'classes', href: '/classes', action: 'class.create' },
  { name: 'questions', href: '/questions', action: 'question.write' },
  { name: 'quizzes', href: '/quizzes', action: 'quiz.make' },
  { name: 'courses', href: '/admin/courses', action: 'course.edit' },
  { name: 'users', href: '/admin/people', action: 'user.manage' },
  { name: 'failures', href: '/admin/failures', action: 'verdict.gradeAgain' },
] as const;

/** What a student has of their own: on a phone in the menu of the account, elsewhere from home. */
const OWN_PLACES = [
  { name: 'practise', href: '/practise' },
  { name: 'grades', href: '/grades' },
  { name: 'played', href: '/played' },
] as const;

function placesOf({ role, edits = false }: HeaderUser) {
  return PLACES.filter(({ action }) => can(role, action, { edits }));
}

export function Header({ user, children, wide = false }: { user?: HeaderUser; children?: ReactNode; wide?: boolean }) {
  const t = useTranslations('common');
  return (
    <>
      <Bar start={user === undefined ? '/' : '/home'} wide={wide}>
        <div className="flex min-w-0 flex-1 items-center gap-2 overflow-hidden text-[14px] text-ink-2">{children}</div>
        {user !== undefined && (
          <nav aria-label={t('nav.main')} className="flex shrink-0 items-center gap-1 text-[14px] max-sm:hidden">
            {placesOf(user).map(({ name, href }) => (
              <Link
                key={name}
                href={href}
                className="whitespace-nowrap rounded-1 px-2 py-1 text-ink-2 hover:bg-fill hover:text-ink"
              >
                {t(`nav.place.${name}`)}
              </Link>
            ))}
          </nav>
        )}
        {user !== undefined && <Bell count={user.news ?? 0} />}
        <ThemeSwitch />
        {user === undefined ? (
          <ToSignIn />
        ) : (
          <AccountMenu
            user={user.id}
            now={Date.now()}
            name={user.name}
            places={[...placesOf(user), ...(user.role === 'student' ? OWN_PLACES : [])].map(({ name, href }) => ({
              label: t(`nav.place.${name}`),
              href,
            }))}
          />
        )}
      </Bar>
      {/* beside the bar, not in it: its blur would hold what is fixed to the window */}
      {user !== undefined && <WaitingLine user={user.id} now={Date.now()} />}
    </>
  );
}
