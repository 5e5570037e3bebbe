/** Where a link for a colleague leads: into a class as a teacher or an assistant, once. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findInvited } from '../../../server/features/classes/invitations.ts';
import { requireViewer } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { AcceptButton } from './accept-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.invited'))('head') };
}

async function InvitedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const viewer = await requireViewer(`/invited/${token}`);
  const [found, t] = await Promise.all([findInvited(token, viewer), getTranslations('auth.invited')]);
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[460px] gap-6 px-4 py-12">
        <h1 className="text-balance font-semibold font-serif text-3xl [overflow-wrap:anywhere]">
          {found === undefined ? t('head') : t.rich('title', { name: found.name, ...BDI })}
        </h1>
        <p className="text-ink-2">
          {found === undefined
            ? t('over')
            : found.can
              ? t(found.as === 'teacher' ? 'teacher' : 'assistant')
              : t.rich(found.as === 'teacher' ? 'noTeacher' : 'noAssistant', { name: viewer.name, ...BDI })}
        </p>
        {found?.can !== true ? (
          <ButtonLink href="/home" look="first" size="large">
            {t('home')}
          </ButtonLink>
        ) : (
          <AcceptButton token={token} />
        )}
      </main>
    </>
  );
}

export default withWords('/invited/[token]', InvitedPage);
