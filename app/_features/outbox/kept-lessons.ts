'use client';
/**
 * Lessons that an author is writing and has not published: kept in this browser by account and lesson, since only publishing
 * brings them to the server. No other account is shown them.
 *
 * Before there were accounts in the names of these items, each lay under its lesson alone, and nobody knows whose it is.
 * Opened for the next admin it could show them somebody else's text; thrown away it could be all that somebody has. So it
 * stays where it is, unseen, and whoever says that they wrote it gets it.
 */
import { forgetItem, forgetItems, itemsOf, keepItem, keptItem, lasts } from '../../_client/kept-item.ts';

const keysOf = (user: string): string => `nabla-lesson:${user} `;
const keyOf = (user: string, lessonId: string): string => keysOf(user) + lessonId;
const unclaimedKey = (lessonId: string): string => `nabla.lesson.${lessonId}`;

export function keptLesson(user: string, lessonId: string): string | null {
  return keptItem(keyOf(user, lessonId));
}

export function keepLesson(user: string, lessonId: string, text: string): void {
  keepItem(keyOf(user, lessonId), text);
}

/** It is published, or thrown away. */
export function forgetLesson(user: string, lessonId: string): void {
  forgetItem(keyOf(user, lessonId));
}

/** Whether what is kept of a lesson outlives the page. */
export function lessonLasts(user: string, lessonId: string): boolean {
  return lasts(keyOf(user, lessonId));
}

/** How many lessons of an account are kept here, and whether all of them outlive the page. */
export function keptLessons(user: string): { count: number; last: boolean } {
  const keys = itemsOf(keysOf(user));
  return { count: keys.length, last: keys.every(lasts) };
}

export function discardLessons(user: string): void {
  forgetItems(keysOf(user));
}

/** What an older version kept of a lesson without saying whose it is. */
export function unclaimedLesson(lessonId: string): string | null {
  return keptItem(unclaimedKey(lessonId));
}

export function forgetUnclaimed(lessonId: string): void {
  forgetItem(unclaimedKey(lessonId));
}
