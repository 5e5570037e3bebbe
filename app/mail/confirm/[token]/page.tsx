/** Where the link of a mail leads by which an address is confirmed: its reader says that it is theirs. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Bar } from '../../../_features/header/bar.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { MailLink } from '../../mail-link.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices.link.confirm'))('title'), referrer: 'no-referrer' };
}

async function MailConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations('notices.link.confirm');
  return (
    <>
      <Bar start="/">{null}</Bar>
      <main id="content" className="mx-auto grid max-w-[460px] gap-6 px-4 py-12">
        <h1 className="text-balance font-semibold font-serif text-3xl">{t('title')}</h1>
        <MailLink what="confirm" token={token} />
      </main>
    </>
  );
}

export default withWords('/mail/confirm/[token]', MailConfirmPage);
