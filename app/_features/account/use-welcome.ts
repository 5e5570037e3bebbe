'use client';
/** For people who are not signed in: does what they came for, then signs them in with the password they just chose. */
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import type { Outcome, Refused } from '../../../domain/refusal.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';

export interface Welcome<Body> {
  working: boolean;
  /** why it was refused, in words, and the field it is about (`''` for none) */
  refused: { words: string; field: string } | undefined;
  submit(body: Body): Promise<void>;
}

/** @param ask makes the account, or changes it */
export function useWelcome<Body extends { password: string }>(
  ask: (body: Body) => Promise<Outcome<{ login: string }>>,
): Welcome<Body> {
  const say = useRefusals();
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  return {
    working,
    refused: refused && { words: say(refused), field: refused.field ?? '' },
    async submit(body) {
      setWorking(true);
      setRefused(undefined);
      const done = await ask(body);
      if (!done.ok) {
        setWorking(false);
        setRefused(done);
        return;
      }
      const { password } = body;
      const entered = await signIn('credentials', { login: done.login, password, redirect: false }).catch(
        () => undefined,
      );
      // the account is there in any case: where signing in failed, they do it by hand
      location.assign(entered?.ok === true && entered.error === null ? '/home' : '/sign-in');
    },
  };
}
