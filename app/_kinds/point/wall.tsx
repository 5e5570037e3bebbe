'use client';
/** The plane that a class puts something into, on the wall. */
import type { QuestionViewOf } from '../../../domain/question.ts';
import { useLate } from '../../_late/late.ts';
import { loadShown } from './load-shown.ts';

export function PointWall({ asked }: { asked: QuestionViewOf<'point'> }) {
  const { part } = useLate(loadShown);
  return <div className="min-h-[44vh]">{part && <part.ShownPlane question={asked} marked={[]} large />}</div>;
}
