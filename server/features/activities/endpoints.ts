import { readChoices } from './choices.ts';
import { begin, release, takeBack, takeVersion, withdraw } from './commands.ts';
import { giveActivity } from './give.ts';
import { countSession, giveSeat, setOutside } from './other.ts';
import { excuse, setOverride } from './overrides.ts';
import { setPoints } from './points.ts';
import { previewChange } from './preview.ts';

/** What classes are given. */
export const activities = {
  give: giveActivity,
  /** what its form chooses from */
  choices: readChoices,
  /** what another rule would change in points */
  preview: previewChange,
  version: takeVersion,
  withdraw,
  /** of anything that was given, and back */
  takeBack,
  /** shows answers and points that wait for it */
  release,
  begin,
  /** what one student has instead of the others */
  override: setOverride,
  excuse,
  points: setPoints,
  /** a column of its own */
  outside: setOutside,
  /** a live session that counts, and whose seats of guests are whose */
  session: countSession,
  seat: giveSeat,
};
