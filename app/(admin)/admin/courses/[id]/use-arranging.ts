'use client';
/** What is done to a course, one after the other: shown at once, told with its undo, and put right by what the server then says. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { isTreeRefusal } from '../../../../../domain/courses/refusals.ts';
import { useCommand } from '../../../../_client/use-command.ts';

/** Undefined: it was refused. */
type Doing = () => Promise<object | undefined>;

interface Step {
  doing: Doing;
  /** what is told once it is done */
  said: ReactNode;
  /** told until it is, where it may take some seconds */
  meanwhile?: ReactNode;
  /** undoes it; left out: there is nothing to undo */
  back?: Doing;
}

export interface Arranging<T> {
  shown: T;
  busy: boolean;
  error: string | undefined;
  /** what is wrong is what stands in the field that is open */
  isAtField: boolean;
  told: ReactNode;
  send: ReturnType<typeof useCommand>['send'];
  /** @param shownAs how it looks meanwhile */
  step(step: Step, shownAs?: T): Promise<boolean>;
  /** undefined: there is nothing to undo */
  undo: (() => void) | undefined;
}

/** @param stored as the server shows it */
export function useArranging<T>(stored: T): Arranging<T> {
  const t = useTranslations('desk.tree');
  const router = useRouter();
  const { error: said, field, send } = useCommand();
  const error = said !== undefined && isTreeRefusal(field) ? t(`refused.${field}`) : said;
  const [shown, setShown] = useState(stored);
  const [told, setTold] = useState<{ text: ReactNode; back?: Doing | undefined }>({ text: '' });
  /** those that are on their way */
  const [open, setOpen] = useState(0);
  const counted = useRef(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(stored);
  latest.current = stored;
  useEffect(() => {
    // what is older than what was just done would jump back for a moment
    if (counted.current === 0) setShown(stored);
  }, [stored]);
  const count = useCallback((by: 1 | -1): void => {
    counted.current += by;
    setOpen(counted.current);
  }, []);
  const step = useCallback(
    (one: Step, shownAs?: T): Promise<boolean> => {
      if (shownAs !== undefined) setShown(shownAs);
      setTold({ text: one.meanwhile ?? '' });
      count(1);
      const done = queue.current.then(async () => {
        const became = await one.doing();
        count(-1);
        if (became === undefined) {
          setShown(latest.current);
          setTold({ text: '' });
        } else setTold({ text: one.said, back: one.back });
        if (counted.current === 0) router.refresh();
        return became !== undefined;
      });
      queue.current = done;
      return done;
    },
    [count, router],
  );
  const { back } = told;
  return {
    shown,
    busy: open > 0,
    error,
    isAtField: field === 'address' || field === 'slug' || field === 'title' || field === 'description',
    told: told.text,
    send,
    step,
    undo: back === undefined ? undefined : () => void step({ doing: back, said: t('undone') }),
  };
}
