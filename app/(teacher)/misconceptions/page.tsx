/** The catalogue: what students may misunderstand, what they are told then, and where it shows. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAuthor } from '../../_data/courses.ts';
import { readMisconceptions } from '../../_data/misconceptions.ts';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { Catalogue } from './catalogue.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.misconceptions'))('title') };
}

const PATH = '/misconceptions';

async function MisconceptionsPage() {
  const viewer = await requireAuthor(PATH);
  const { entries, homes, edits } = await readMisconceptions(viewer);
  const t = await getTranslations('desk.misconceptions');
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <header className="grid gap-2">
          <ButtonLink href="/questions" look="quiet" size="small" prefetch={false} className="justify-self-start">
            ← {t('back')}
          </ButtonLink>
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <p className="max-w-[70ch] text-ink-2">{t('what')}</p>
        </header>
        <Catalogue entries={entries} homes={homes} edits={edits} />
      </main>
    </>
  );
}

export default withWords('/misconceptions', MisconceptionsPage);
