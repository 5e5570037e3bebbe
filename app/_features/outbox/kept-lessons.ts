'use client';
/**
 * Lessons and questions that an author is writing and has not published: kept in this browser by account and thing, until the
 * server has them as a draft and longer. No other account is shown them.
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

/** How many texts of an account are kept here and nowhere else, and whether all of them outlive the page. */
export function keptLessons(user: string): { count: number; last: boolean } {
  const keys = itemsOf(keysOf(user)).filter((key) => !isSaved(user, key));
  return { count: keys.length, last: keys.every(lasts) };
}

/** Their owner throws away all that this browser keeps of them; what the server has stays there. */
export function discardLessons(user: string): void {
  forgetItems(keysOf(user));
  forgetItems(marksOf(user));
}

/** Forgets the texts that the server has as well: whoever uses this browser next does not find them. */
export function forgetSavedLessons(user: string): void {
  for (const key of itemsOf(keysOf(user)))
    if (isSaved(user, key)) {
      forgetItem(key);
      forgetItem(markOf(user, key));
    }
}

const NEW_QUESTION = 'question new';

/** Under which name what is typed into a new question is kept. */
export const newQuestionName = (newId: string): string => `${NEW_QUESTION} ${newId}`;

/** What an account has typed into new questions, of all that this browser keeps. */
export function keptNewQuestions(user: string): { newId: string; source: string; at: number }[] {
  nameFormerOne(user);
  const begins = keyOf(user, newQuestionName(''));
  return itemsOf(begins).flatMap((key) => {
    const source = keptItem(key);
    const at = readMark(keptItem(markOf(user, key)))?.at ?? 0;
    return source === null ? [] : [{ newId: key.slice(begins.length), source, at }];
  });
}

/** There was one new question at a time, and it had no name. The server has named the draft that it has of it. */
function nameFormerOne(user: string): void {
  const key = keyOf(user, NEW_QUESTION);
  const text = keptItem(key);
  if (text === null) return;
  if (!isSaved(user, key)) keepLesson(user, newQuestionName(crypto.randomUUID()), text);
  forgetItem(key);
  forgetItem(markOf(user, key));
}

/** What is known of a kept text besides: how it stands to the draft that the server has. Times are in the server's clock. */
export interface DraftMark {
  /** when it was typed, or thrown away */
  at: number;
  /** the version that it was made of */
  base: number;
  /** the server's draft that it goes on from; the same as `at`: the server has this very text */
  follows: number | null;
  /** the last one that was sent to it: its reply may not have come */
  sent: number | null;
  /** there is no text: it was thrown away at `at`, `follows` and `sent` with it, and the server has not said that it knows */
  ended: boolean;
}

const marksOf = (user: string): string => `nabla-draft:${user} `;
const markOf = (user: string, key: string): string => marksOf(user) + key.slice(keysOf(user).length);

export function draftMark(user: string, lessonId: string): DraftMark | null {
  return readMark(keptItem(marksOf(user) + lessonId));
}

/** Keeps on this device when a draft was begun or ended. */
export function keepMark(user: string, lessonId: string, mark: DraftMark): void {
  if (mark.ended) ends.set(marksOf(user) + lessonId, mark.at);
  keepItem(marksOf(user) + lessonId, JSON.stringify(mark));
}

export function forgetMark(user: string, lessonId: string): void {
  forgetItem(marksOf(user) + lessonId);
}

/** What was thrown away since this page was loaded, also where the server knows it by now: a list of before still has it. */
const ends = new Map<string, number>();

/** When all that was typed into a new question until then was saved as one or thrown away here; null: it was not. */
export function newQuestionEnd(user: string, newId: string): number | null {
  const mark = draftMark(user, newQuestionName(newId));
  return mark?.ended === true ? mark.at : (ends.get(marksOf(user) + newQuestionName(newId)) ?? null);
}

/** The new questions that were thrown away here, and the server has not said that it knows. */
export function untoldEnds(user: string): { newId: string; mark: DraftMark }[] {
  const begins = marksOf(user) + newQuestionName('');
  return itemsOf(begins).flatMap((key) => {
    const mark = readMark(keptItem(key));
    return mark?.ended === true ? [{ newId: key.slice(begins.length), mark }] : [];
  });
}

function isSaved(user: string, key: string): boolean {
  const mark = readMark(keptItem(markOf(user, key)));
  return mark !== null && mark.follows === mark.at;
}

function readMark(text: string | null): DraftMark | null {
  try {
    const read: Partial<Record<keyof DraftMark, unknown>> | null = JSON.parse(text ?? 'null');
    if (typeof read?.at !== 'number' || typeof read.base !== 'number') return null;
    const { at, base, follows, sent } = read;
    const time = (one: unknown): number | null => (typeof one === 'number' ? one : null);
    return { at, base, follows: time(follows), sent: time(sent), ended: read.ended === true };
  } catch {
    return null; // written by somebody else
  }
}

/** What an older version kept of a lesson without saying whose it is. */
export function unclaimedLesson(lessonId: string): string | null {
  return keptItem(unclaimedKey(lessonId));
}

export function forgetUnclaimed(lessonId: string): void {
  forgetItem(unclaimedKey(lessonId));
}
