'use client';
/** A lesson in the tree of its course: where it stands, what is known of it, and what can be done with it. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { stepOf } from '../../../../../domain/courses/tree.ts';
import { ActionMenu } from '../../../../_ui/action-menu.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import type { Drag } from '../../../../_ui/drag/use-drag.ts';
import { Handle } from './handle.tsx';
import { Marks } from './marks.tsx';
import { Named } from './named.tsx';
import type { TreeLesson, TreeWork } from './tree-work.ts';

interface LessonLineProps {
  work: TreeWork;
  lesson: TreeLesson;
  levelId: string;
  number: number;
  drag: Drag;
  /** among all rows of the course */
  row: number;
}

export function LessonLine({ work, lesson, levelId, number, drag, row }: LessonLineProps) {
  const t = useTranslations('desk.tree');
  const { id, title, slug, version, fromFile } = lesson;
  const thing = { of: 'lesson', id } as const;
  const step = (by: -1 | 1): void => {
    const to = stepOf(work.levels, id, by);
    if (to !== undefined) work.moveLesson(lesson, to);
  };
  return (
    <li
      data-row
      data-thing={id}
      style={{ transform: `translateY(${drag.shift(row)}px)` }}
      className={`flex min-h-12 items-center gap-1.5 px-1.5 py-1 sm:px-3 ${drag.from === row ? 'relative z-10 rounded-2 bg-fill shadow-sheet' : ''}`}
    >
      <Handle title={title} onDrag={(event) => drag.begin(row, event)} onStep={step} />
      <span className="w-6 shrink-0 text-end text-[14px] text-ink-3 tabular-nums">{number}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 ps-1.5">
        <Named work={work} thing={{ ...thing, title, slug }} path="/lessons/">
          {version === null ? (
            <bdi className="min-w-0 break-words text-ink-2">{title}</bdi>
          ) : (
            <Link
              href={`/lessons/${slug}`}
              prefetch={false}
              className="min-w-0 break-words font-[550] hover:text-violet-ink hover:underline"
            >
              <bdi>{title}</bdi>
            </Link>
          )}
          <Marks fromFile={fromFile} version={version} />
        </Named>
      </div>
      <ButtonLink
        size="small"
        href={`/admin/lessons/${id}`}
        prefetch={false}
        aria-label={t('of', { what: t(version === null ? 'write' : 'edit'), title })}
      >
        {t(version === null ? 'write' : 'edit')}
      </ButtonLink>
      <ActionMenu
        label={t('more', { title })}
        actions={[
          { id: 'rename', label: t('rename'), act: () => work.show({ id, what: 'title' }) },
          { id: 'address', label: t('address'), act: () => work.show({ id, what: 'address' }) },
          { id: 'copy', label: t('duplicate'), act: () => void work.duplicate(thing, title) },
          ...work.levels
            .filter((level) => level.id !== levelId)
            .map((level) => ({
              id: level.id,
              label: t('moveTo', { level: level.title }),
              act: () => work.moveLesson(lesson, { levelId: level.id, before: null }),
            })),
          { id: 'archive', label: t('archive'), act: () => void work.archive(thing, title, true) },
        ]}
      />
    </li>
  );
}
