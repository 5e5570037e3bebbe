/** A function to be written in a live room: the pool grades it. */
import type { LiveKind } from '../live-kind.ts';

export const functionLive: LiveKind<'function'> = {
  label: () => '',
  right: () => null,
  form: ({ language, entry }) => [language, entry],
  rehearse: ({ key, starter }, right) => ({ kind: 'function', code: right ? key.solution : starter }),
  asksWhole: true,
};
