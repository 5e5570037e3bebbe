/** The address in the QR code: the code is filled in, and the room's key stands behind its `#`, which stays in the browser. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Header } from '../../_components/header.tsx';
import { currentViewer } from '../../_data/viewer.ts';
import { JoinForm } from '../join-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.join'))('title') };
}

export default async function JoinWithCodePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const viewer = await currentViewer();
  return (
    <>
      <Header {...(viewer === undefined ? {} : { user: viewer })} />
      <JoinForm code={/^\d{6}$/.test(code) ? code : ''} name={viewer?.name ?? ''} />
    </>
  );
}
