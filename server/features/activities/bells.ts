/** The clock of time limits: hands in what was typed at their ends, also where a student has left. Each server has one. */
import { inTurn, turns } from '../../../domain/again-and-again.ts';
import type { Log } from '../../log.ts';
import { settleEnded } from './settle.ts';

const SWEEP_MS = 1_000;

/** @returns stops it */
export function startBells(log: Log): () => void {
  const sweeps = turns();
  let sweeping = false;
  const timer = setInterval(() => {
    if (sweeping) return;
    sweeping = true;
    void inTurn(log, sweeps, 'what was typed at the end of a time limit could not be handed in', async () => {
      const { faults } = await settleEnded();
      // the others are done; of these nothing is lost: they come again
      if (faults.length > 0) throw faults[0];
    }).finally(() => {
      sweeping = false;
    });
  }, SWEEP_MS);
  return () => clearInterval(timer);
}
