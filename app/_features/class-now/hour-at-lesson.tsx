'use client';
/** On a lesson's page: says where one is, and shows the hour that one's class is in, which is loaded once there is one. */
import { type Load, useLate } from '../../_late/late.ts';
import { useOwnHour } from './use-own-hour.ts';
import { useWhereabouts } from './use-whereabouts.ts';

interface HourAtLessonProps {
  lessonId: string;
  questions: readonly string[];
  sections: readonly string[];
}

const load: Load<typeof import('./hour-bar.tsx')> = () => import('./hour-bar.tsx');

export function HourAtLesson({ lessonId, questions, sections }: HourAtLessonProps) {
  const model = useOwnHour();
  useWhereabouts(lessonId, { questions, sections });
  const { part } = useLate(model.own === null ? undefined : load);
  return part === undefined ? null : <part.default model={model} lessonId={lessonId} />;
}
