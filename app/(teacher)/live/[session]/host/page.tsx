/** The host's page: controls, who is there, what is going on. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireHost } from '../../../../_data/live-host.ts';
import { readPlayedQuiz } from '../../../../_data/quizzes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { HostRoom } from './host-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.host'))('title') };
}

async function HostPage({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params;
  const viewer = await requireHost(session, `/live/${session}/host`, 'live.host');
  return <HostRoom session={session} quiz={await readPlayedQuiz(viewer, session)} />;
}

export default withWords('/live/[session]/host', HostPage);
