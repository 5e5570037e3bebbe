/** Where a class's join link leads: students with an account join by one button, others make one. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { can } from '../../../domain/people/permissions.ts';
import { findByToken } from '../../../server/features/classes/commands.ts';
import { isBarredFrom, isStudentOf } from '../../_data/classes.ts';
import { currentViewer } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { BDI, NO_BDI } from '../../_i18n/bdi.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { JoinButton } from './join-button.tsx';
import { NewAccountForm } from './new-account-form.tsx';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findByToken((await params).token);
  const t = await getTranslations('auth.join');
  return { title: found === undefined ? t('over.title') : t.markup('title', { name: found.name, ...NO_BDI }) };
}

async function JoinClassPage({ params }: Props) {
  const { token } = await params;
  const [found, viewer, t] = await Promise.all([findByToken(token), currentViewer(), getTranslations('auth.join')]);
  const isMember = found !== undefined && viewer !== undefined && (await isStudentOf(viewer.id, found.id));
  const isOut = found !== undefined && viewer !== undefined && (await isBarredFrom(viewer.id, found.id));
  return (
    <>
      <Header {...(viewer === undefined ? {} : { user: viewer })} />
      <main id="content" className="mx-auto grid max-w-[420px] gap-6 px-4 py-12">
        <h1 className="text-balance font-semibold font-serif text-3xl [overflow-wrap:anywhere]">
          {found === undefined ? t('over.title') : t.rich('title', { name: found.name, ...BDI })}
        </h1>
        {found === undefined && (
          <>
            <p className="text-ink-2">{t('over.text')}</p>
            <ButtonLink href={viewer === undefined ? '/sign-in' : '/home'} look="first" size="large">
              {t(viewer === undefined ? 'over.toSignIn' : 'home')}
            </ButtonLink>
          </>
        )}
        {found !== undefined && viewer === undefined && (
          <>
            <p className="text-ink-2">{t('text')}</p>
            <NewAccountForm token={token} />
            <p className="text-[14px]">
              <Link
                className="text-violet-ink underline"
                href={`/sign-in?next=${encodeURIComponent(`/join-class/${token}`)}`}
              >
                {t('have')}
              </Link>
            </p>
          </>
        )}
        {found !== undefined &&
          viewer !== undefined &&
          (isMember ? (
            <>
              <p className="text-ink-2">{t.rich('member', { name: viewer.name, ...BDI })}</p>
              <ButtonLink href="/home" look="first" size="large">
                {t('home')}
              </ButtonLink>
            </>
          ) : isOut ? (
            <p className="text-ink-2">{t('barred')}</p>
          ) : can(viewer.role, 'class.join') ? (
            <>
              <p className="text-ink-2">{t('text')}</p>
              <JoinButton token={token} name={viewer.name} />
            </>
          ) : (
            <p className="text-ink-2">{t.rich('studentsOnly', { name: viewer.name, ...BDI })}</p>
          ))}
      </main>
    </>
  );
}

export default withWords('/join-class/[token]', JoinClassPage);
