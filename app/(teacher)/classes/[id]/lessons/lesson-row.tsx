/** One written lesson of the plan. */
import Link from 'next/link';
import type { ActivitySettings } from '../../../../../domain/activities/settings.ts';
import { GivenRow } from '../../../../_features/activities/given-row.tsx';

interface PlannedLesson {
  id: string;
  /** null: it was taken out of the course's list, and this class still has it */
  place: number | null;
  title: string;
  slug: string;
  settings: ActivitySettings | null;
  activityId: string | null;
  /** as it was given before it was taken back */
  former: ActivitySettings | null;
}

export function LessonRow({ classId, zone, lesson }: { classId: string; zone: string | null; lesson: PlannedLesson }) {
  const { id, place, title, slug, settings, activityId, former } = lesson;
  return (
    <GivenRow
      classId={classId}
      lessonId={id}
      title={title}
      isQuiz={false}
      settings={settings}
      activityId={activityId}
      zone={zone}
      {...(former === null ? {} : { usual: former })}
    >
      <span className="w-5 shrink-0 text-end text-ink-3 tabular-nums">{place ?? '–'}</span>
      <span className="min-w-0 flex-1 basis-56 max-sm:basis-36">
        <Link href={`/lessons/${slug}`} className="font-[550] hover:text-violet-ink hover:underline">
          {title}
        </Link>
      </span>
    </GivenRow>
  );
}
