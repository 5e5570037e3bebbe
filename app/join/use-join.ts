'use client';
/** The way into a room: its code, then a name, then a seat. Who has a seat there already goes straight to it. */
import { useEffect, useRef, useState } from 'react';
import { CODE_LENGTH, codeIn } from '../../domain/live/room-code.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { keepItem, keptItem } from '../_client/kept-item.ts';
import { request } from '../_client/socket.ts';
import { forgetSeat, isDead, keepCode, keepSeat, keptSeat, sessionOfCode } from '../_features/live/seat-key.ts';
import { keepLinkKey, withLinkKey } from './link-key.ts';

const NAME_KEY = 'nabla-nickname';

/** Where somebody stands on the way in. */
type Step =
  | { at: 'code' }
  /** `named`: the room gives the names */
  | { at: 'name'; lesson: string; named: boolean }
  /** it takes nobody new in */
  | { at: 'locked'; lesson: string }
  /** it was played on this device, and is over */
  | { at: 'over'; session: string };

export interface Join {
  step: Step;
  code: string;
  nickname: string;
  busy: boolean;
  /** why the last try failed; `otherRoom`: the code of another room than the one that is meant */
  refused: RefusalCode | 'otherRoom' | undefined;
  write(code: string): void;
  name(nickname: string): void;
  find(): Promise<void>;
  enter(): Promise<void>;
}

/**
 * @param given the code of the address, '' where there is none
 * @param name what is proposed as a name
 * @param meant the session that is meant, where the address says so
 * @param onSeated called with the session of the seat. The page is not loaded anew: where the browser keeps nothing, the seat
 *   is in its memory alone
 */
export function useJoin(
  given: string,
  name: string,
  meant: string | undefined,
  onSeated: (session: string) => void,
): Join {
  const [code, setCode] = useState(given);
  const [nickname, setNickname] = useState(name);
  const [step, setStep] = useState<Step>({ at: 'code' });
  const [refused, setRefused] = useState<Join['refused']>();
  const [busy, setBusy] = useState(false);
  const begun = useRef(false);

  const look = async (digits: string): Promise<void> => {
    const reply = await request('find', withLinkKey(digits));
    if (!reply.ok) {
      const session = sessionOfCode(digits);
      const gone = isGone(reply.refused);
      if (gone && session !== null) return setStep({ at: 'over', session });
      if (gone) setStep({ at: 'code' });
      return setRefused(reply.refused);
    }
    const { session, lesson, locked, friendlyNames } = reply;
    if (meant !== undefined && session !== meant) return setRefused('otherRoom');
    if (await isSeated(session)) return onSeated(session);
    if (locked) return setStep({ at: 'locked', lesson });
    // who has played before on this device
    setNickname((typed) => (typed === '' ? (keptItem(NAME_KEY) ?? '') : typed));
    setStep({ at: 'name', lesson, named: friendlyNames });
  };
  const find = async (digits: string): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    await look(digits);
    setBusy(false);
  };
  const enter = async (): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    const reply = await request('join', { ...withLinkKey(code), nickname });
    if (reply.ok) {
      keepSeat(reply.session, reply.token);
      keepCode(code, reply.session);
      if (step.at === 'name' && !step.named) keepItem(NAME_KEY, nickname);
      return onSeated(reply.session);
    }
    setBusy(false);
    setRefused(reply.refused);
    if (isGone(reply.refused)) setStep({ at: 'code' });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the code of the address
  useEffect(() => {
    if (given.length !== CODE_LENGTH || begun.current) return;
    begun.current = true;
    keepLinkKey(given);
    void find(given);
  }, []);
  return {
    step,
    code,
    nickname,
    busy,
    refused,
    write: (text) => setCode(codeIn(text)),
    name: setNickname,
    find: () => find(code),
    enter,
  };
}

/** Whether there is no way in any more: another code is needed. */
function isGone(refused: RefusalCode): boolean {
  return refused === 'noSuchRoom' || refused === 'roomEnded';
}

/** Whether this browser has a seat there that still is one; the token of one that is not is forgotten. */
async function isSeated(session: string): Promise<boolean> {
  const token = keptSeat(session);
  if (token === null) return false;
  const reply = await request('play', { token });
  if (reply.ok || !isDead(reply.refused)) return true;
  forgetSeat(session);
  return false;
}
