/** One quiz that the class has, or that its teacher could give it. */
import Link from 'next/link';
import type { ActivitySettings } from '../../../../../domain/activities/settings.ts';
import type { KeptVersion as Kept } from '../../../../_data/kept-versions.ts';
import { GivenRow } from '../../../../_features/activities/given-row.tsx';
import { KeptVersion } from '../../../../_features/activities/kept-version.tsx';

interface PlannedQuiz {
  id: string;
  title: string;
  /** the viewer may look at it */
  opens: boolean;
  /** by which rules it is given unless somebody says otherwise */
  usual: ActivitySettings;
  settings: ActivitySettings | null;
  activityId: string | null;
  /** as it was given before it was taken back */
  former: ActivitySettings | null;
  /** the version that the class has; null: it does not have it */
  kept: Kept | null;
}

export function QuizRow({ classId, zone, quiz }: { classId: string; zone: string | null; quiz: PlannedQuiz }) {
  const { id, title, opens, usual, settings, kept, activityId, former } = quiz;
  return (
    <GivenRow
      classId={classId}
      lessonId={id}
      title={title}
      isQuiz
      usual={former ?? usual}
      settings={settings}
      activityId={activityId}
      zone={zone}
      below={kept !== null && <KeptVersion classId={classId} quizId={id} name={title} opens={opens} kept={kept} />}
    >
      <span className="min-w-0 flex-1 basis-56 max-sm:basis-36">
        {opens ? (
          <Link href={`/quizzes/${id}`} prefetch={false} className="font-[550] hover:text-violet-ink hover:underline">
            <bdi>{title}</bdi>
          </Link>
        ) : (
          <bdi className="font-[550]">{title}</bdi>
        )}
      </span>
    </GivenRow>
  );
}
