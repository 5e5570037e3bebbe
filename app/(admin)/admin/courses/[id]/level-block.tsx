'use client';
/** A level in the tree of its course with its lessons, and where another one is made. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ActionMenu } from '../../../../_ui/action-menu.tsx';
import { Button } from '../../../../_ui/button.tsx';
import type { Drag } from '../../../../_ui/drag/use-drag.ts';
import { Handle } from './handle.tsx';
import { LessonLine } from './lesson-line.tsx';
import { Marks } from './marks.tsx';
import { Named } from './named.tsx';
import { NewLesson } from './new-lesson.tsx';
import type { TreeLevel, TreeWork } from './tree-work.ts';

interface LevelBlockProps {
  work: TreeWork;
  courseSlug: string;
  level: TreeLevel;
  number: number;
  /** among the levels */
  at: number;
  levelDrag: Drag;
  lessonDrag: Drag;
  /** of its head, among all rows of the course; its lessons follow */
  row: number;
  folded: boolean;
  onFold(): void;
}

export function LevelBlock(props: LevelBlockProps) {
  const { work, courseSlug, level, number, at, levelDrag, lessonDrag, row, folded, onFold } = props;
  const t = useTranslations('desk.tree');
  const { id, title, slug, lessons, fromFile } = level;
  const thing = { of: 'level', id } as const;
  const step = (by: -1 | 1): void => {
    const { levels } = work;
    const to = by === -1 ? levels[at - 1] : levels[at + 1];
    if (to !== undefined) work.moveLevel(level, by === -1 ? to.id : (levels[at + 2]?.id ?? null));
  };
  return (
    <li
      style={{ transform: `translateY(${levelDrag.shift(at)}px)` }}
      className={`rounded-2 border border-line bg-sheet ${levelDrag.from === at ? 'relative z-20 shadow-sheet' : ''}`}
    >
      <div
        data-row
        data-thing={id}
        style={{ transform: `translateY(${lessonDrag.shift(row)}px)` }}
        className="flex min-h-13 items-center gap-1.5 px-1.5 py-1.5 sm:px-3"
      >
        <Handle title={title} onDrag={(event) => levelDrag.begin(at, event)} onStep={step} />
        <button
          type="button"
          aria-expanded={!folded}
          aria-label={t('of', { what: t('fold'), title })}
          onClick={onFold}
          className="grid size-8 shrink-0 place-items-center rounded-1 text-ink-3 hover:bg-fill hover:text-ink"
        >
          <span aria-hidden className={folded ? 'along' : ''}>
            {folded ? '▸' : '▾'}
          </span>
        </button>
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
          <Named work={work} thing={{ ...thing, title, slug }} path={`/courses/${courseSlug}/`}>
            <h2 className="min-w-0 break-words font-semibold text-[16px]">
              <span className="text-ink-3 tabular-nums">{t('levelNumber', { number })} </span>
              <Link
                href={`/courses/${courseSlug}/${slug}`}
                prefetch={false}
                className="hover:text-violet-ink hover:underline"
              >
                <bdi>{title}</bdi>
              </Link>
            </h2>
            <span className="text-[13px] text-ink-3">{t('lessons', { count: lessons.length })}</span>
            <Marks fromFile={fromFile} />
          </Named>
        </div>
        <ActionMenu
          label={t('more', { title })}
          actions={[
            { id: 'rename', label: t('rename'), act: () => work.show({ id, what: 'title' }) },
            { id: 'address', label: t('address'), act: () => work.show({ id, what: 'address' }) },
            { id: 'copy', label: t('duplicate'), act: () => void work.duplicate(thing, title) },
            { id: 'archive', label: t('archive'), act: () => void work.archive(thing, title, true) },
          ]}
        />
      </div>
      {!folded && (
        <>
          <ol aria-label={title} className="divide-y divide-line border-line border-t empty:hidden">
            {lessons.map((lesson, index) => (
              <LessonLine
                key={lesson.id}
                work={work}
                lesson={lesson}
                levelId={id}
                number={index + 1}
                drag={lessonDrag}
                row={row + 1 + index}
              />
            ))}
          </ol>
          <div className="border-line border-t px-3 py-2 sm:px-4">
            {work.open?.id === id && work.open.what === 'lesson' ? (
              <NewLesson work={work} level={level} />
            ) : (
              <Button
                size="small"
                look="quiet"
                aria-label={t('of', { what: t('newLesson'), title })}
                onClick={() => work.show({ id, what: 'lesson' })}
              >
                + {t('newLesson')}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}
