/** Join a live quiz: the six digits. No account is needed. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { codeIn } from '../../domain/live/room-code.ts';
import { currentViewer } from '../_data/viewer.ts';
import { Header } from '../_features/header/header.tsx';
import { withWords } from '../_i18n/with-words.tsx';
import { JoinForm } from './join-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.join'))('title') };
}

/** `code`: from the front page, where scripts do not run */
async function JoinPage({ searchParams }: { searchParams: Promise<{ code?: string }> }) {
  const { code = '' } = await searchParams;
  const viewer = await currentViewer();
  return (
    <>
      <Header {...(viewer === undefined ? {} : { user: viewer })} />
      <JoinForm code={codeIn(code)} name={viewer?.name ?? ''} />
    </>
  );
}

export default withWords('/join', JoinPage);
