'use client';
/** Runs what stands in a code field on the visible examples while its round is asked: it is not sent, and counts for nothing. */
import { useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { request } from '../../_client/socket.ts';
import { heardTry } from '../../_features/live/heard-try.ts';
import { keptSeat } from '../../_features/live/seat-key.ts';
import { tryOut } from '../../_features/live/try-out.ts';

export interface ExampleRun {
  running: boolean;
  ran: { answer: Answer; verdict: Verdict } | null;
  refused: RefusalCode | null;
  run(answer: Answer): Promise<void>;
}

export function useExampleRun({ session, round }: { session: string; round: number }): ExampleRun {
  const [running, setRunning] = useState(false);
  const [ran, setRan] = useState<ExampleRun['ran']>(null);
  const [refused, setRefused] = useState<RefusalCode | null>(null);
  return {
    running,
    ran,
    refused,
    async run(answer) {
      const token = keptSeat(session);
      if (token === null || running) return;
      setRunning(true);
      setRefused(null);
      const tried = await tryOut({
        start: () => request('try', { token, round, answer }),
        read: (id) => request('tried', { token, try: id }),
        heard: heardTry,
      });
      setRunning(false);
      if (tried.ok) setRan({ answer, verdict: tried.verdict });
      else setRefused(tried.refused);
    },
  };
}
