'use client';
/** At home: the hour that one's class is in, with the way to where the class is; loaded once there is one. */
import { type Load, useLate } from '../../_late/late.ts';
import { useOwnHour } from './use-own-hour.ts';

const load: Load<typeof import('./hour-bar.tsx')> = () => import('./hour-bar.tsx');

export function HourAtHome() {
  const model = useOwnHour();
  const { part } = useLate(model.own === null ? undefined : load);
  return part === undefined ? null : <part.default model={model} lessonId={null} />;
}
