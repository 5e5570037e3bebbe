'use client';
/** Signing out of this browser: first what was typed is sent, or its owner says what becomes of it; of lessons that are not published too. */
import { type ReactNode, useState } from 'react';
import { leaveUnasked } from '../../_client/before-leaving.ts';
import { forgetSeats } from '../live/seat-key.ts';
import { forgetSavedLessons, keptLessons } from './kept-lessons.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { type PageOf, useOutbox } from './use-outbox.ts';

/** So long signing out waits for what is being sent before it asks. */
const PATIENCE_MS = 4_000;

/**
 * @param end ends the sign-in at the server; says whether that went through
 * @returns `signOut` begins; `dialog` stands in the page
 */
export function useSignOut(page: PageOf, end: () => Promise<boolean>): { signOut(): Promise<void>; dialog: ReactNode } {
  const { outbox } = useOutbox(page);
  const [asks, setAsks] = useState(false);
  const leave = async (): Promise<boolean> => {
    if (!(await end())) return false;
    forgetSavedLessons(page.user);
    forgetSeats();
    leaveUnasked();
    location.assign('/');
    return true;
  };
  const signOut = async (): Promise<void> => {
    const count = outbox().unsent.length;
    const sent = outbox().flush();
    const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    if (count > 0) await Promise.race([sent, late]);
    const asked = outbox().unsent.length > 0 || keptLessons(page.user).count > 0;
    if (asked || !(await leave())) setAsks(true);
  };
  const dialog = asks && (
    <SignOutDialog user={page.user} outbox={outbox()} onClose={() => setAsks(false)} onDone={leave} />
  );
  return { signOut, dialog };
}
