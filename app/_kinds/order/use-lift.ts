'use client';
/** Moving a row by keys: Space picks it up, arrow keys move it, Space puts it down, Escape takes it back. */
import { type KeyboardEvent, useState } from 'react';
import { moved } from '../../_ui/drag/moves.ts';

export type LiftStep = 'lifted' | 'moved' | 'dropped' | 'back';

export interface Lift {
  /** the letter that is picked up */
  letter: string | null;
  /** picks up or puts down */
  toggle(letter: string): void;
  onKeyDown(letter: string, event: KeyboardEvent): void;
  /** puts down, where something is picked up */
  drop(): void;
}

const STEPS: Record<string, (from: number, last: number) => number> = {
  ArrowUp: (from) => Math.max(0, from - 1),
  ArrowDown: (from, last) => Math.min(last, from + 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** @param onStep each step, with the order that it leaves: to be stored where it changed, and to be said */
export function useLift(
  order: readonly string[],
  onStep: (step: LiftStep, letter: string, order: readonly string[]) => void,
): Lift {
  const [lifted, setLifted] = useState<{ letter: string; before: readonly string[] } | null>(null);
  const drop = (): void => {
    if (lifted === null) return;
    setLifted(null);
    onStep('dropped', lifted.letter, order);
  };
  return {
    letter: lifted?.letter ?? null,
    drop,
    toggle(letter) {
      if (lifted?.letter === letter) return drop();
      setLifted({ letter, before: order });
      onStep('lifted', letter, order);
    },
    onKeyDown(letter, event) {
      if (lifted?.letter !== letter) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        setLifted(null);
        return onStep('back', letter, lifted.before);
      }
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const from = order.indexOf(letter);
      onStep('moved', letter, moved(order, from, step(from, order.length - 1)));
    },
  };
}
