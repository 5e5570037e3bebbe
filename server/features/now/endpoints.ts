import { openDraft } from './drafts.ts';
import { lowerHand, raiseHand } from './hands.ts';
import { beginHour, bringClass, endHour, pauseHour } from './lead.ts';
import { readNow, readOwnHours } from './read.ts';
import { dropSnapshot, readSnapshot, readSnapshots, takeSnapshot } from './snapshots.ts';

/** A class at this moment: who works on what, and the hour in which it works together. */
export const now = {
  read: readNow,
  begin: beginHour,
  end: endHour,
  pause: pauseHour,
  bring: bringClass,
  /** a student's own */
  own: readOwnHours,
  raise: raiseHand,
  lower: lowerHand,
  /** what somebody is typing; each opening is noted */
  draft: openDraft,
  /** answers kept as they are, to be shown side by side */
  take: takeSnapshot,
  taken: readSnapshots,
  snapshot: readSnapshot,
  drop: dropSnapshot,
};
