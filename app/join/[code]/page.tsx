/** The address in the QR code: the code is filled in, and the room's key stands behind its `#`, which stays in the browser. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { codeIn } from '../../../domain/live/room-code.ts';
import { currentViewer } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { JoinForm } from '../join-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.join'))('title') };
}

async function JoinWithCodePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const viewer = await currentViewer();
  return (
    <>
      <Header {...(viewer === undefined ? {} : { user: viewer })} />
      <JoinForm code={codeIn(decoded(code))} name={viewer?.name ?? ''} />
    </>
  );
}

/** Digits of other scripts stand escaped in an address; one that is escaped wrongly holds none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

export default withWords('/join/[code]', JoinWithCodePage);
