/** The front door: what this is, the way in, and the way to a quiz. Signed-in people go to their home page. */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from './_components/button.tsx';
import { Header } from './_components/header.tsx';
import { currentViewer } from './_data/viewer.ts';

const POINTS = ['grade', 'live', 'kept'] as const;

export default async function FrontPage() {
  if ((await currentViewer()) !== undefined) redirect('/home');
  const t = await getTranslations('home.front');
  const common = await getTranslations('common');
  return (
    <>
      <Header />
      <main id="content" className="mx-auto max-w-[900px] px-4 py-14 sm:px-6 sm:py-24">
        <p aria-hidden className="text-[64px] text-violet leading-none">
          ∇
        </p>
        <h1 className="mt-4 text-balance font-semibold font-serif text-[40px] leading-[1.1] tracking-[-0.01em] sm:text-[56px]">
          {common('tagline')}
        </h1>
        <p className="mt-5 max-w-[34em] text-pretty font-serif text-[20px] text-ink-2 leading-normal">{t('lead')}</p>
        <p className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/join" look="first" size="large">
            {t('join')}
          </ButtonLink>
          <ButtonLink href="/sign-in" size="large">
            {t('signIn')}
          </ButtonLink>
        </p>
        <ul className="mt-16 grid gap-4 sm:grid-cols-3">
          {POINTS.map((point) => (
            <li key={point} className="rounded-2 border border-line bg-sheet p-5">
              <h2 className="font-semibold">{t(`points.${point}.title`)}</h2>
              <p className="mt-1.5 text-[14px] text-ink-2">{t(`points.${point}.text`)}</p>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
