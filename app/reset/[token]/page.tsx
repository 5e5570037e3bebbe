/** Where a one-time link leads: choosing a password, once. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findReset } from '../../../server/features/people/commands.ts';
import { Header } from '../../_features/header/header.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { ResetForm } from './reset-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.reset'))('title') };
}

async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findReset(token);
  const t = await getTranslations('auth.reset');
  return (
    <>
      <Header />
      <main id="content" className="mx-auto grid max-w-[420px] gap-6 px-4 py-12">
        <h1 className="font-semibold font-serif text-3xl">{t('title')}</h1>
        {found === undefined ? (
          <>
            <p className="text-ink-2">{t('over.text')}</p>
            <ButtonLink href="/sign-in" look="first" size="large">
              {t('over.toSignIn')}
            </ButtonLink>
          </>
        ) : (
          <>
            <p className="text-ink-2">{t.rich('for', { name: found.name, login: found.login, ...BDI })}</p>
            <ResetForm token={token} login={found.login} />
          </>
        )}
      </main>
    </>
  );
}

export default withWords('/reset/[token]', ResetPage);
