'use client';
/** The text being edited: what is published, until something else was typed; that is kept on this device until published. */
import { useCallback, useEffect, useState } from 'react';
import { askBeforeLeaving } from '../../_client/before-leaving.ts';
import {
  forgetLesson,
  forgetUnclaimed,
  keepLesson,
  keptLesson,
  lessonLasts,
  unclaimedLesson,
} from '../outbox/kept-lessons.ts';

export interface KeptSource {
  source: string;
  /** there is text that is not published */
  kept: boolean;
  /** it outlives the page */
  lasts: boolean;
  /** there is text of an older version, which did not note who wrote it, and none of one's own in its way */
  unclaimed: boolean;
  write(text: string): void;
  /** `text` is published now */
  settle(text: string): void;
  discard(): void;
  /** whoever asks wrote what nobody has claimed yet */
  claim(): void;
}

/** @param of whose text of which lesson it is: no other account is shown it */
export function useKeptSource({ user, lessonId }: { user: string; lessonId: string }, published: string): KeptSource {
  const [base, setBase] = useState(published);
  const [source, setSource] = useState(published);
  const [lasts, setLasts] = useState(true);
  const [unclaimed, setUnclaimed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is published is read once, when the page comes
  useEffect(() => {
    // published meanwhile, from elsewhere: it is nothing of anybody's own
    if (keptLesson(user, lessonId) === published) forgetLesson(user, lessonId);
    if (unclaimedLesson(lessonId) === published) forgetUnclaimed(lessonId);
    setSource(keptLesson(user, lessonId) ?? published);
    setLasts(lessonLasts(user, lessonId));
    setUnclaimed(unclaimedLesson(lessonId) !== null);
  }, [user, lessonId]);
  const write = useCallback(
    (text: string): void => {
      setSource(text);
      if (text === base) forgetLesson(user, lessonId);
      else keepLesson(user, lessonId, text);
      setLasts(lessonLasts(user, lessonId));
    },
    [user, lessonId, base],
  );
  const kept = source !== base;
  const isLost = kept && !lasts;
  useEffect(() => (isLost ? askBeforeLeaving(() => true) : undefined), [isLost]);
  return {
    source,
    kept,
    lasts,
    unclaimed: unclaimed && !kept,
    write,
    settle(text) {
      setBase(text);
      if (keptLesson(user, lessonId) === text) forgetLesson(user, lessonId);
    },
    discard() {
      setSource(base);
      forgetLesson(user, lessonId);
    },
    claim() {
      const text = unclaimedLesson(lessonId);
      setUnclaimed(false);
      if (text === null) return;
      write(text);
      forgetUnclaimed(lessonId);
    },
  };
}
