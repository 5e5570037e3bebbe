'use client';
/** What can be done in the tree of a course, with the words that tell it and what undoes it. */
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Thing } from '../../../../../domain/courses/thing.ts';
import { placeOf, withLesson, withLevel } from '../../../../../domain/courses/tree.ts';
import type { Tree } from '../../../../_data/courses.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { type Arranging, useArranging } from './use-arranging.ts';

export type TreeLevel = Tree['levels'][number];
export type TreeLesson = TreeLevel['lessons'][number];
/** What is open to be changed in its place. */
interface Opened {
  id: string;
  what: 'title' | 'address' | 'level' | 'lesson' | 'description';
}
/** Where a lesson goes. */
interface Where {
  levelId: string;
  before: string | null;
}

export interface TreeWork
  extends Pick<Arranging<readonly TreeLevel[]>, 'busy' | 'error' | 'isAtField' | 'told' | 'undo'> {
  /** those that are listed, in their order */
  levels: readonly TreeLevel[];
  open: Opened | null;
  show(opened: Opened): void;
  /** @param focus whose row one goes on at */
  close(focus: string): void;
  rename(thing: Thing, before: string, title: string): Promise<boolean>;
  address(thing: Thing, before: string, slug: string): Promise<boolean>;
  describe(before: string, description: string): Promise<boolean>;
  archive(thing: Thing, title: string, archived: boolean): Promise<boolean>;
  duplicate(thing: Thing, title: string): Promise<boolean>;
  moveLesson(lesson: { id: string; title: string }, to: Where): void;
  moveLevel(level: { id: string; title: string }, before: string | null): void;
  makeLevel(title: string): Promise<boolean>;
  /** @returns its id; undefined: it was refused */
  makeLesson(levelId: string, title: string): Promise<string | undefined>;
}

export function useTreeWork(courseId: string, stored: readonly TreeLevel[]): TreeWork {
  const t = useTranslations('desk.tree');
  const { shown: levels, step, send, ...rest } = useArranging(stored);
  const [open, setOpen] = useState<Opened | null>(null);
  /** whose row has the focus once it is there: one that moves in the page would lose it */
  const wanted = useRef<{ id: string; given: boolean } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = rowOf(wanted.current.id);
    // a row may move once more when the server's answer is there: the focus that it loses so is given back
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (row === null || (wanted.current.given && !isLost)) return;
    wanted.current.given = true;
    row.querySelector<HTMLElement>('[data-handle], button')?.focus();
  });
  useEffect(() => {
    // somebody goes on elsewhere
    const leave = ({ target }: Event): void => {
      if (wanted.current?.given === true && rowOf(wanted.current.id)?.contains(target as Node) !== true)
        wanted.current = null;
    };
    for (const event of ['focusin', 'pointerdown']) document.addEventListener(event, leave);
    return () => {
      for (const event of ['focusin', 'pointerdown']) document.removeEventListener(event, leave);
    };
  }, []);
  const close = useCallback((focus: string): void => {
    wanted.current = { id: focus, given: false };
    setOpen(null);
  }, []);
  const taken = async (done: Promise<boolean>, id: string): Promise<boolean> => {
    const isDone = await done;
    if (isDone) close(id);
    return isDone;
  };
  return {
    ...rest,
    levels,
    open,
    show: setOpen,
    close,
    rename: (thing, before, title) =>
      taken(
        step({
          doing: () => send('courses.rename', { thing, title }),
          said: t.rich('renamed', { ...BDI, title }),
          back: () => send('courses.rename', { thing, title: before }),
        }),
        thing.id,
      ),
    address: (thing, before, slug) => {
      let led: string | null = null;
      return taken(
        step({
          doing: async () => {
            const changed = await send('courses.address', { thing, slug });
            led = changed?.led ?? null;
            return changed;
          },
          get said() {
            return led === null ? t('addressed') : t.rich('addressedOver', { ...BDI, title: led });
          },
          back: () => send('courses.address', { thing, slug: before, undo: true }),
        }),
        thing.id,
      );
    },
    describe: (before, description) =>
      taken(
        step({
          doing: () => send('courses.describe', { courseId, description }),
          said: t('described'),
          back: () => send('courses.describe', { courseId, description: before }),
        }),
        courseId,
      ),
    archive: (thing, title, archived) =>
      step({
        doing: () => send('courses.archive', { thing, archived }),
        said: t.rich(archived ? 'archivedNow' : 'backNow', { ...BDI, title }),
        back: () => send('courses.archive', { thing, archived: !archived }),
      }),
    duplicate: async (thing, title) => {
      let copy: Thing | undefined;
      let left: readonly string[] = [];
      return step({
        doing: async () => {
          const made = await send('courses.duplicate', { thing, title: t('copyTitle', { title }) });
          copy = made?.thing;
          left = made?.left ?? [];
          return made;
        },
        meanwhile: t('copying'),
        get said() {
          return left.length === 0
            ? t.rich('copied', { ...BDI, title })
            : t.rich('copiedBut', { ...BDI, title, count: left.length });
        },
        back: async () => (copy === undefined ? undefined : send('courses.archive', { thing: copy, archived: true })),
      });
    },
    moveLesson: ({ id, title }, to) => {
      const before = placeOf(levels, id);
      const thing: Thing = { of: 'lesson', id };
      const moved = withLesson(levels, id, to);
      const place = placeOf(moved, id);
      if (before === undefined || place === undefined || moved === levels) return;
      const level = moved.find((one) => one.id === place.levelId);
      const number = (level?.lessons.findIndex((one) => one.id === id) ?? 0) + 1;
      wanted.current = { id, given: false };
      void step(
        {
          doing: () => send('courses.move', { thing, ...to }),
          said: t.rich('movedLesson', { ...BDI, title, number, level: level?.title ?? '' }),
          back: () => send('courses.move', { thing, ...before }),
        },
        moved,
      );
    },
    moveLevel: ({ id, title }, before) => {
      const at = levels.findIndex((one) => one.id === id);
      const thing: Thing = { of: 'level', id };
      const moved = withLevel(levels, id, before);
      if (at < 0 || moved === levels) return;
      wanted.current = { id, given: false };
      void step(
        {
          doing: () => send('courses.move', { thing, levelId: null, before }),
          said: t.rich('movedLevel', {
            ...BDI,
            title,
            place: moved.findIndex((one) => one.id === id) + 1,
            count: moved.length,
          }),
          back: () => send('courses.move', { thing, levelId: null, before: levels[at + 1]?.id ?? null }),
        },
        moved,
      );
    },
    makeLevel: (title) => {
      let made: string | undefined;
      return step({
        doing: async () => {
          const done = await send('courses.makeLevel', { courseId, title });
          made = done?.levelId;
          return done;
        },
        said: t.rich('made', { ...BDI, title }),
        back: async () =>
          made === undefined
            ? undefined
            : send('courses.archive', { thing: { of: 'level', id: made }, archived: true }),
      });
    },
    makeLesson: async (levelId, title) => {
      let made: string | undefined;
      await step({
        doing: async () => {
          const done = await send('courses.makeLesson', { levelId, title });
          made = done?.lessonId;
          return done;
        },
        said: t.rich('made', { ...BDI, title }),
        back: async () =>
          made === undefined
            ? undefined
            : send('courses.archive', { thing: { of: 'lesson', id: made }, archived: true }),
      });
      return made;
    },
  };
}

const rowOf = (id: string): Element | null => document.querySelector(`[data-thing="${id}"]`);
