/** Sign in. Signed-in people go where they wanted to go. */

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { environment } from '../../server/env.ts';
import { currentViewer } from '../_data/viewer.ts';
import { safePath } from '../_features/account/safe-path.ts';
import { Header } from '../_features/header/header.tsx';
import { withWords } from '../_i18n/with-words.tsx';
import { SignInForm } from './sign-in-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('title') };
}

async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safePath((await searchParams).next);
  if ((await currentViewer()) !== undefined) redirect(next);
  const t = await getTranslations('auth');
  return (
    <>
      <Header />
      <main id="content" className="mx-auto grid max-w-[420px] gap-6 px-4 py-12">
        <h1 className="font-semibold font-serif text-3xl">{t('title')}</h1>
        <SignInForm next={next} demo={environment().demo} />
        <p className="text-[14px] text-ink-2">{t('forgot')}</p>
        <p className="text-[14px] text-ink-2">
          {t('guest')}{' '}
          <a className="text-violet-ink underline" href="/join">
            {(await getTranslations('common'))('joinLive')}
          </a>
        </p>
      </main>
    </>
  );
}

export default withWords('/sign-in', SignInPage);
