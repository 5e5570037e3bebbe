/** Nothing here, or nothing open to this person: the two look the same. */
import { getTranslations } from 'next-intl/server';
import { currentViewer } from './_data/viewer.ts';
import { Bar, ToSignIn } from './_features/header/bar.tsx';
import { ButtonLink } from './_ui/button.tsx';

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  const isSignedIn = (await currentViewer()) !== undefined;
  // it comes along with every page: a bar without scripts
  return (
    <>
      <Bar start={isSignedIn ? '/home' : '/'}>
        <span className="flex-1" />
        {!isSignedIn && <ToSignIn />}
      </Bar>
      <main id="content" className="mx-auto max-w-[520px] px-4 py-24 text-center">
        <h1 className="font-semibold font-serif text-3xl">{t('title')}</h1>
        <p className="mt-3 text-ink-2">{t('text')}</p>
        <ButtonLink href={isSignedIn ? '/home' : '/'} look="first" className="mt-6">
          {t('home')}
        </ButtonLink>
      </main>
    </>
  );
}
