/** The screen view, for the projector. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireHost } from '../../../../_data/live-host.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ScreenRoom } from './screen-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.screen'))('title') };
}

async function ScreenPage({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params;
  await requireHost(session, `/live/${session}/screen`, 'live.screen');
  return <ScreenRoom session={session} />;
}

export default withWords('/live/[session]/screen', ScreenPage);
