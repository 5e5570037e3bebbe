/** The player's page: the token in this browser says who plays. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { currentViewer } from '../../_data/viewer.ts';
import { FormulaFaces } from '../../_features/lesson/formula-faces.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { PlayerRoom } from './player-room.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.play'))('title') };
}

async function PlayPage({ params }: { params: Promise<{ session: string }> }) {
  const { session } = await params;
  if (!z.uuid().safeParse(session).success) notFound();
  const viewer = await currentViewer();
  return (
    <>
      <FormulaFaces />
      <PlayerRoom session={session} name={viewer?.name ?? ''} />
    </>
  );
}

export default withWords('/play/[session]', PlayPage);
