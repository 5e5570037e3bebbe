/** Join a live quiz: the six digits. No account is needed. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Header } from '../_components/header.tsx';
import { currentViewer } from '../_data/viewer.ts';
import { JoinForm } from './join-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live.join'))('title') };
}

export default async function JoinPage() {
  const viewer = await currentViewer();
  return (
    <>
      <Header {...(viewer === undefined ? {} : { user: viewer })} />
      <JoinForm code="" name={viewer?.name ?? ''} />
    </>
  );
}
