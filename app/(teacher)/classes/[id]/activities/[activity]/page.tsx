/** The results of one activity: each student, what is different for them, and what was changed. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readActivityResults } from '../../../../../_data/activity-results.ts';
import { requireClass } from '../../../../../_data/classes.ts';
import { RulesLine } from '../../../../../_features/activities/rules-line.tsx';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../../class-frame.tsx';
import { Changes } from './changes.tsx';
import { GuestSeats } from './guest-seats.tsx';
import { PointsByHand } from './points-by-hand.tsx';
import { Release } from './release.tsx';
import { ResultsTable } from './results-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activities.results'))('title') };
}

async function ActivityResultsPage({ params }: { params: Promise<{ id: string; activity: string }> }) {
  const { id, activity } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/activities/${activity}`, 'class.results');
  const results = await readActivityResults(id, found.namesBy, activity);
  const { title, settings, rows, kind, timeZone } = results;
  const t = await getTranslations('activities.results');
  const counted = rows.filter(({ points }) => points !== null);
  const max = Math.max(0, ...rows.map(({ maxPoints }) => maxPoints));
  const average = counted.reduce((sum, { points }) => sum + (points ?? 0), 0) / Math.max(1, counted.length);
  return (
    <ClassFrame viewer={viewer} found={found} tab={found.may.manage ? 'lessons' : 'board'}>
      <div className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-6">
        <header className="grid gap-2">
          {found.may.manage && (
            <Link
              href={`/classes/${id}/lessons`}
              className="text-[14px] text-violet-ink hover:underline"
              prefetch={false}
            >
              ← {t('back')}
            </Link>
          )}
          <h1 dir="auto" className="font-semibold text-[22px]">
            {title}
          </h1>
          {kind === 'work' && <RulesLine settings={settings} zone={timeZone} />}
          {counted.length > 0 && (
            <p className="text-[14px] text-ink-2 tabular-nums">
              {t('average', { count: counted.length, average: Math.round(average * 100) / 100, max })}
            </p>
          )}
        </header>
        {(kind === 'outside' || (settings.answers === 'onRelease' && kind === 'work')) && (
          <Release
            classId={id}
            activityId={activity}
            released={kind === 'outside' ? !results.hidden : results.released}
            outside={kind === 'outside'}
            may={found.may.manage}
          />
        )}
        {rows.length === 0 ? (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
        ) : kind === 'outside' && found.may.grade ? (
          <PointsByHand classId={id} activityId={activity} rows={rows} maxPoints={results.maxPoints ?? 0} />
        ) : (
          <ResultsTable
            classId={id}
            activityId={activity}
            lessonId={results.lessonId}
            rows={rows}
            timeZone={timeZone}
            isTimed={results.isTimed}
            mayChange={found.may.grade && kind === 'work'}
          />
        )}
        {results.seats !== null && found.may.manage && (
          <GuestSeats
            classId={id}
            sessionId={results.seats.sessionId}
            seats={results.seats.guests}
            students={rows.map(({ userId, name }) => ({ id: userId, name }))}
          />
        )}
        <Changes changes={results.changes} zone={timeZone} />
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/activities/[activity]', ActivityResultsPage);
