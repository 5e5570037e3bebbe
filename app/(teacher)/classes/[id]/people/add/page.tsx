/** Many students at once, from a list. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireClass } from '../../../../../_data/classes.ts';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../../class-frame.tsx';
import { AddMany } from './add-many.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.roster'))('title') };
}

async function AddManyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/people/add`, 'class.people');
  const t = await getTranslations('desk.roster');
  return (
    <ClassFrame viewer={viewer} found={found} tab="people">
      <div className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-5">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        <p className="max-w-[70ch] text-[15px] text-ink-2">{t('text')}</p>
        <AddMany classId={id} />
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/people/add', AddManyPage);
