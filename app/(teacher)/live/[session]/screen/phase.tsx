/** What stands on the wall in a phase. */
import type { ReactNode } from 'react';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { JoinBoard } from './join-board.tsx';
import { PodiumBoard } from './podium-board.tsx';
import { QuestionBoard } from './question-board.tsx';
import { RevealBoard } from './reveal-board.tsx';
import { StandingsBoard } from './standings-board.tsx';

export function Phase({ view }: { view: ScreenView }): ReactNode {
  switch (view.phase) {
    case 'lobby':
      return <JoinBoard view={view} />;
    case 'read':
    case 'question':
    case 'closed':
    case 'discuss':
      return <QuestionBoard view={view} />;
    case 'reveal':
      return <RevealBoard view={view} />;
    case 'standings':
      return <StandingsBoard view={view} />;
    default:
      return <PodiumBoard view={view} />;
  }
}
