'use client';
/** A course with its levels and lessons, to be arranged: by drag, by keys, by menus. Each step is told, and undone by one press. */
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { droppedAt } from '../../../../../domain/courses/tree.ts';
import type { Tree } from '../../../../_data/courses.ts';
import { Button } from '../../../../_ui/button.tsx';
import { useDrag } from '../../../../_ui/drag/use-drag.ts';
import { ArchivedList } from './archived-list.tsx';
import { CourseHead } from './course-head.tsx';
import { LevelBlock } from './level-block.tsx';
import type { Said } from './said.ts';
import { TitleField } from './title-field.tsx';
import { type TreeLevel, useTreeWork } from './tree-work.ts';

interface CourseTreeProps {
  course: Tree;
  /** those that are listed, with the lessons that are */
  listed: readonly TreeLevel[];
  manages: boolean;
  said: Said;
}

export function CourseTree({ course, listed, manages, said }: CourseTreeProps) {
  const t = useTranslations('desk.tree');
  const list = useRef<HTMLOListElement>(null);
  const work = useTreeWork(course.id, listed);
  const { levels } = work;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = (id: string): void => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };
  const lessons = new Map(levels.flatMap((level) => level.lessons.map((one) => [one.id, one] as const)));
  const levelDrag = useDrag(list, (from, to) => {
    const level = levels[from];
    const before = levels.toSpliced(from, 1)[to]?.id ?? null;
    if (level !== undefined) work.moveLevel(level, before);
  });
  const rowsIn = (of: HTMLElement): Element[] => [...of.querySelectorAll('[data-row]')];
  const lessonDrag = useDrag(
    list,
    (from, to) => {
      // as they stand in the page: of folded levels the heads alone
      const shown = rowsIn(list.current ?? document.body).map((row) => row.getAttribute('data-thing') ?? '');
      const levelIds = new Set(levels.map(({ id }) => id));
      let levelId = '';
      const rows = shown.map((id) => {
        if (levelIds.has(id)) levelId = id;
        return { levelId, lessonId: levelIds.has(id) ? null : id };
      });
      const lesson = lessons.get(rows[from]?.lessonId ?? '');
      const at = droppedAt(rows, from, to);
      if (lesson !== undefined && at !== undefined) work.moveLesson(lesson, at);
    },
    rowsIn,
  );
  const first = levels.length === 0 ? 1 : Math.min(...levels.map(({ number }) => number));
  let row = 0;
  return (
    <>
      <CourseHead work={work} course={course} manages={manages} said={said} />
      <div
        role="status"
        className="sticky top-14 z-20 -my-2 flex min-h-9 flex-wrap items-center gap-3 bg-paper py-1 text-[14px] text-good"
      >
        {work.error !== undefined && !work.isAtField ? (
          <span className="text-wrong">{work.error}</span>
        ) : (
          work.told !== '' && (
            <>
              <span className="min-w-0 break-words">{work.told}</span>
              {work.undo !== undefined && (
                <Button size="small" onClick={work.undo}>
                  {t('undo')}
                </Button>
              )}
            </>
          )
        )}
      </div>
      {levels.length === 0 && (
        <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{said.empty}</p>
      )}
      <ol ref={list} aria-label={said.levels} className="grid grid-cols-[minmax(0,1fr)] gap-4 empty:hidden">
        {levels.map((level, at) => {
          const head = row;
          row += 1 + (folded.has(level.id) ? 0 : level.lessons.length);
          return (
            <LevelBlock
              key={level.id}
              work={work}
              courseSlug={course.slug}
              level={level}
              number={first + at}
              at={at}
              levelDrag={levelDrag}
              lessonDrag={lessonDrag}
              row={head}
              folded={folded.has(level.id)}
              onFold={() => fold(level.id)}
            />
          );
        })}
      </ol>
      {work.open?.id === course.id && work.open.what === 'level' ? (
        <TitleField
          label={t('newLevel')}
          act={t('add')}
          busy={work.busy}
          error={work.isAtField ? work.error : undefined}
          onTake={async (title) => {
            const made = await work.makeLevel(title);
            if (made) work.close(course.id);
            return made;
          }}
          onLeave={() => work.close(course.id)}
        />
      ) : (
        <p>
          <Button onClick={() => work.show({ id: course.id, what: 'level' })}>+ {t('newLevel')}</Button>
        </p>
      )}
      <ArchivedList work={work} levels={course.levels} means={said.aside} />
    </>
  );
}
