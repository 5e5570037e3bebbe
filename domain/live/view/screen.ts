/** What the projector shows, with names only where the room shows them. */
import { ranking } from '../ranks.ts';
import { activePlayers, type Room } from '../room.ts';
import { shownSayings } from '../said.ts';
import type { RankedPlayer, ScreenView } from '../views.ts';
import { isShown, type JoinAddress, pollSoFar, sharedView } from './class.ts';

/** What the projector shows: nothing that a class may not see, and names only where they are shown. */
export function screenViewOf(room: Room, join: JoinAddress, ranks: RankedPlayer[] = ranking(room)): ScreenView {
  const hidden = !room.state.settings.showNames;
  const view = sharedView(room, join, ranks);
  return {
    role: 'screen',
    ...view,
    // places of strangers say nothing: a class that shows no names is told what it did together
    ...(hidden ? { standings: null, tiedBeyond: 0, climber: null, podium: null } : {}),
    ...(isShown(room) ? pollSoFar(room) : {}),
    said: shownSayings(room),
    names: hidden ? [] : activePlayers(room).map((player) => player.nickname),
  };
}
