/** Nothing here, or nothing open to this person: the two look the same. */
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from './_components/button.tsx';

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <main id="content" className="mx-auto max-w-[520px] px-4 py-24 text-center">
      <h1 className="font-semibold font-serif text-3xl">{t('title')}</h1>
      <p className="mt-3 text-ink-2">{t('text')}</p>
      <ButtonLink href="/home" look="first" className="mt-6">
        {t('home')}
      </ButtonLink>
    </main>
  );
}
