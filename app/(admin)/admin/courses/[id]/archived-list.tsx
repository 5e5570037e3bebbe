'use client';
/** What was taken out of a course's list: nothing of it is lost, and it comes back to where it stood. */
import { useTranslations } from 'next-intl';
import type { Thing } from '../../../../../domain/courses/thing.ts';
import { Button } from '../../../../_ui/button.tsx';
import type { TreeLevel, TreeWork } from './tree-work.ts';

interface Archived extends Thing {
  title: string;
  /** of a lesson, its level */
  within: string | null;
}

interface ArchivedListProps {
  work: TreeWork;
  levels: readonly TreeLevel[];
  means: string;
}

export function ArchivedList({ work, levels, means }: ArchivedListProps) {
  const t = useTranslations('desk.tree');
  const things = levels.flatMap((level): Archived[] =>
    level.archived
      ? [{ of: 'level', id: level.id, title: level.title, within: null }]
      : level.lessons
          .filter(({ archived }) => archived)
          .map(({ id, title }) => ({ of: 'lesson', id, title, within: level.title })),
  );
  if (things.length === 0) return null;
  return (
    <details className="rounded-2 border border-line border-dashed px-4 py-2 text-[14px]">
      <summary className="min-h-8 cursor-pointer py-1 text-ink-2">
        {t('archivedList', { count: things.length })}
      </summary>
      <p className="py-1 text-ink-2">{means}</p>
      <ul className="divide-y divide-line">
        {things.map(({ of, id, title, within }) => (
          <li key={id} data-thing={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <bdi className="min-w-0 flex-1 basis-40 break-words">{title}</bdi>
            <bdi className="text-ink-3">{within}</bdi>
            <Button
              size="small"
              idle={work.busy}
              aria-label={t('of', { what: t('bringBack'), title })}
              onClick={() => void work.archive({ of, id }, title, false)}
            >
              {t('bringBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
