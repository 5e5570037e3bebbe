/**
 * What was done and can be undone, and what was undone and can be done again. To undo is to do something else, which can be
 * undone in its turn.
 */

/** What became of it when it was done, or undone. */
export type Became<Words> =
  | { is: 'done'; back: Back<Words> }
  /** somebody has changed it meanwhile: theirs stays, as these words say */
  | { is: 'kept'; words: Words }
  | { is: 'refused' };
export type Back<Words> = () => Promise<Became<Words>>;

/** Something that was done, with what brings it back. */
interface Done<Words> {
  words: Words;
  back: Back<Words>;
}

export interface Steps<Words> {
  done: readonly Done<Words>[];
  undone: readonly Done<Words>[];
  /** what is said of the last step */
  said: { of: 'done' | 'undone' | 'again' | 'kept'; words: Words } | undefined;
}

export const NO_STEPS: Steps<never> = { done: [], undone: [], said: undefined };

/** So many can be undone. */
const MOST = 50;

/** Something new was done: what was undone before it cannot be done again. */
const withDone = <Words>({ done }: Steps<Words>, words: Words, back: Back<Words>): Steps<Words> => ({
  done: [...done.slice(1 - MOST), { words, back }],
  undone: [],
  said: { of: 'done', words },
});

/** Undoes the last step, or does again what was undone last. What was refused can still be. */
async function stepped<Words>(steps: Steps<Words>, way: 'undo' | 'again'): Promise<Steps<Words>> {
  const last = (way === 'undo' ? steps.done : steps.undone).at(-1);
  if (last === undefined) return steps;
  const became = await last.back();
  if (became.is === 'refused') return steps;
  const rest =
    way === 'undo' ? { ...steps, done: steps.done.slice(0, -1) } : { ...steps, undone: steps.undone.slice(0, -1) };
  if (became.is === 'kept') return { ...rest, said: { of: 'kept', words: became.words } };
  const moved = { words: last.words, back: became.back };
  return way === 'undo'
    ? { done: rest.done, undone: [...rest.undone, moved], said: { of: 'undone', words: last.words } }
    : { done: [...rest.done, moved], undone: rest.undone, said: { of: 'again', words: last.words } };
}

/** What is done and what is undone, one after the other, however fast they are asked for: what comes while another one is on its way waits. */
export class StepLine<Words> {
  readonly #changed: (steps: Steps<Words>) => void;
  #steps: Steps<Words> = NO_STEPS;
  #last: Promise<unknown> = Promise.resolve();

  /** @param changed is told what can be undone now */
  constructor(changed: (steps: Steps<Words>) => void) {
    this.#changed = changed;
  }

  /** Does something new. @returns whether it was done: not refused, and nobody else's in its place */
  do(words: Words, act: Back<Words>): Promise<boolean> {
    return this.#next(async () => {
      const became = await act();
      if (became.is === 'done') this.#set(withDone(this.#steps, words, became.back));
      return became.is === 'done';
    });
  }

  step(way: 'undo' | 'again'): Promise<void> {
    return this.#next(async () => this.#set(await stepped(this.#steps, way)));
  }

  #next<T>(act: () => Promise<T>): Promise<T> {
    const acting = this.#last.then(act);
    // whoever asked hears of it; the line goes on
    this.#last = acting.catch(() => undefined);
    return acting;
  }

  #set(steps: Steps<Words>): void {
    this.#steps = steps;
    this.#changed(steps);
  }
}
