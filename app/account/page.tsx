/** One's own account: name, password, where one is signed in, and how it looks. */

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deviceOf } from '../../domain/people/device.ts';
import { listSignIns } from '../../server/features/account/commands.ts';
import { readNoticeSettings } from '../_data/notices.ts';
import { currentSignIn, requireViewer } from '../_data/viewer.ts';
import { Header } from '../_features/header/header.tsx';
import { BDI } from '../_i18n/bdi.tsx';
import { withWords } from '../_i18n/with-words.tsx';
import { DigestForm } from './digest-form.tsx';
import { NameForm } from './name-form.tsx';
import { NoticeChoices } from './notice-choices.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignIns } from './sign-ins.tsx';
import { ThemeChoice } from './theme-choice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

async function AccountPage() {
  const viewer = await requireViewer('/account');
  const signedIn = await currentSignIn();
  if (signedIn === undefined) redirect('/sign-in?next=/account');
  const t = await getTranslations('account');
  const [signIns, notices] = await Promise.all([listSignIns(viewer, signedIn.signIn), readNoticeSettings(viewer)]);
  const { kinds, off, mailOff, digest, mails, mailAddress, waiting } = notices;
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[640px] gap-10 px-4 py-10 sm:px-6">
        <header>
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <p className="mt-1 text-ink-2">{t.rich('signedInAs', { login: viewer.login, role: viewer.role, ...BDI })}</p>
        </header>
        <section aria-label={t('name.title')} className="grid gap-4">
          <h2 className="font-semibold text-[19px]">{t('name.title')}</h2>
          <NameForm name={viewer.name} />
        </section>
        <section aria-label={t('password.title')} className="grid gap-4">
          <h2 className="font-semibold text-[19px]">{t('password.title')}</h2>
          <PasswordForm login={viewer.login} />
        </section>
        <section aria-label={t('signIns.title')} className="grid gap-4">
          <h2 className="font-semibold text-[19px]">{t('signIns.title')}</h2>
          <SignIns
            user={viewer.id}
            now={Date.now()}
            signIns={signIns.map(({ device, ...one }) => ({ ...one, ...deviceOf(device) }))}
          />
        </section>
        <section id="notices" aria-label={t('notices.title')} className="grid scroll-mt-20 gap-4">
          <h2 className="font-semibold text-[19px]">{t('notices.title')}</h2>
          <NoticeChoices kinds={kinds} off={off} mailOff={mailOff} digest={digest} />
        </section>
        <section aria-label={t('digest.title')} className="grid gap-4">
          <div>
            <h2 className="font-semibold text-[19px]">{t('digest.title')}</h2>
            <p className="mt-1 text-[14px] text-ink-2">{t(mails ? 'digest.about' : 'digest.none')}</p>
          </div>
          {mails && <DigestForm key={`${mailAddress}`} address={mailAddress} waiting={waiting} digest={digest} />}
        </section>
        <section aria-label={t('theme.title')} className="grid gap-4">
          <h2 className="font-semibold text-[19px]">{t('theme.title')}</h2>
          <ThemeChoice />
        </section>
      </main>
    </>
  );
}

export default withWords('/account', AccountPage);
