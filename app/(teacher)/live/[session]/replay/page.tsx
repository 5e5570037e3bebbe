/** A quiz that was played, once more on the wall: to go through with the class, a step at a time. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readLiveReplay, requireReport } from '../../../../_data/live-report.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ReplayWall } from './replay-wall.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.replay'))('title') };
}

async function ReplayPage({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params;
  const { viewer } = await requireReport(session, `/live/${session}/replay`);
  return <ReplayWall session={session} initial={await readLiveReplay(viewer, session)} />;
}

export default withWords('/live/[session]/replay', ReplayPage);
