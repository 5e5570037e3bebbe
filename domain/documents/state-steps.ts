/** Steps of the state of a live session, from each version to the next. */
import { type Fields, fieldsIn, listOf } from './format.ts';

/** 2 → 3: before there was anything to say in one's own words, no host had done anything with it. */
export const nothingSaid = (state: Fields): Fields => ({ said: [], ...state });

/** 4 → 5: before players could have values of their own, all saw the same. */
export const allTheSame = (state: Fields): Fields => ({
  ...state,
  settings: { ownValues: false, ...fieldsIn(state.settings) },
});

/** 1 → 2: what came to be one after the other has the value with which nothing changes. */
export function stateDefaults(state: Fields): Fields {
  return {
    phaseSince: 0,
    specimen: null,
    correctedAt: null,
    again: null,
    page: { at: 0, of: 1 },
    ...state,
    settings: { streak: false, friendlyNames: false, ...fieldsIn(state.settings) },
    rounds: listOf(state.rounds).map((round) => ({ keyShown: false, revoteOf: null, superseded: false, ...round })),
  };
}
