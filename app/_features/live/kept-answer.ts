'use client';
/**
 * What a player has sent or typed and the server has not stored yet, kept in this browser: a reload, or a crash, while the
 * network is away loses none of it. It is of one round of one seat: under another token, or in another round, there is none.
 */
import type { Answer } from '../../../domain/answer.ts';
import { forgetItem, keepItem, keptItem } from '../../_client/kept-item.ts';
import { answerKey, keptSeat } from './seat-key.ts';

/** An answer, and the id under which it goes however often it goes. */
export interface Written {
  id: string;
  answer: Answer;
}

export interface KeptAnswer {
  round: number;
  /** handed in, without a receipt so far */
  sent: Written | null;
  /** in the field, and newer than what was sent */
  typed: Written | null;
}

/** Stored with it: another shape of a later version is not read as this one. */
const SHAPE = 1;

/** What a player typed or sent before a reload, if it was in this seat. */
export function keptAnswer(session: string): KeptAnswer | undefined {
  const token = keptSeat(session);
  const stored = parsed(keptItem(answerKey(session)));
  // written by these functions alone
  const kept = stored as (KeptAnswer & { shape: number; token: string }) | null;
  if (token === null || kept?.shape !== SHAPE || kept.token !== token) return undefined;
  const { round, sent, typed } = kept;
  return { round, sent, typed };
}

/** Handed in: all that was written before it is the past. */
export function keepSent(session: string, round: number, sent: Written): void {
  keep(session, { round, sent, typed: null });
}

/** Typed: it replaces what was typed before, and stands beside what was sent and is still on its way. */
export function keepTyped(session: string, round: number, typed: Written): void {
  const before = keptAnswer(session);
  keep(session, { round, sent: before?.round === round ? before.sent : null, typed });
}

/** It is not handed in, but it is written: from now on it is what stands in the field, unless something newer does. */
export function keepAsTyped(session: string, id: string): void {
  const kept = keptAnswer(session);
  if (kept?.sent?.id === id) keep(session, { ...kept, sent: null, typed: kept.typed ?? kept.sent });
}

/** It is stored, or never will be. Something newer stays. */
export function forgetWritten(session: string, id: string): void {
  const kept = keptAnswer(session);
  if (kept === undefined) return;
  const but = (one: Written | null): Written | null => (one?.id === id ? null : one);
  keep(session, { ...kept, sent: but(kept.sent), typed: but(kept.typed) });
}

/** Its round is over. */
export function forgetKept(session: string): void {
  forgetItem(answerKey(session));
}

function keep(session: string, kept: KeptAnswer): void {
  const token = keptSeat(session);
  if (token === null || (kept.sent === null && kept.typed === null)) forgetKept(session);
  else keepItem(answerKey(session), JSON.stringify({ shape: SHAPE, token, ...kept }));
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
