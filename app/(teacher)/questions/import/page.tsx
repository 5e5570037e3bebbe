/** Questions of other programs: a file is looked at line by line, and what is ticked becomes questions of one's own. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePermission } from '../../../_data/viewer.ts';
import { withWords } from '../../../_i18n/with-words.tsx';
import { QuestionFrame } from '../question-frame.tsx';
import { ImportFile } from './import-file.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.importing.page'))('title') };
}

async function ImportPage() {
  const viewer = await requirePermission('/questions/import', 'question.make');
  const t = await getTranslations('desk.importing.page');
  return (
    <QuestionFrame viewer={viewer}>
      <div className="mx-auto grid w-full max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-5">
        <header className="grid gap-1">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <p className="max-w-[70ch] text-[15px] text-ink-2">{t('what')}</p>
        </header>
        <ImportFile formats={t('formats')} />
      </div>
    </QuestionFrame>
  );
}

export default withWords('/questions/import', ImportPage);
