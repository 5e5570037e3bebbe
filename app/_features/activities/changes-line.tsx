/** What a version of a quiz changed, in one line; null: it is the first one. */
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { QuizChanges } from '../../../domain/quiz/changes.ts';

const LISTS = ['added', 'removed', 'newer', 'weighed'] as const;
const MARKS = ['renamed', 'moved', 'settings'] as const;
/** Of more than these it is said how many more. */
const MOST_TITLES = 3;

export function ChangesLine({ changes }: { changes: QuizChanges | null }) {
  const t = useTranslations('desk.quizEditor.changes');
  if (changes === null) return t('first');
  const titles = (all: readonly string[]): ReactNode =>
    all.slice(0, MOST_TITLES).map((title, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and none changes any more
      <Fragment key={at}>
        {at > 0 && ', '}
        <bdi>{title}</bdi>
      </Fragment>
    ));
  const parts: { id: string; said: ReactNode }[] = [
    ...LISTS.filter((name) => changes[name].length > 0).map((name) => ({
      id: name,
      said: t.rich(name, {
        titles: () => titles(changes[name]),
        more: Math.max(0, changes[name].length - MOST_TITLES),
      }),
    })),
    ...MARKS.filter((name) => changes[name]).map((name) => ({ id: name, said: t(name) })),
  ];
  if (parts.length === 0) return t('nothing');
  return parts.map(({ id, said }, at) => (
    <Fragment key={id}>
      {at > 0 && '; '}
      {said}
    </Fragment>
  ));
}
