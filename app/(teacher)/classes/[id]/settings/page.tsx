/** Settings of a class: its name, a copy for another year, putting it aside, and deleting it. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAnyClass } from '../../../../_data/classes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { ClassLife } from './class-life.tsx';
import { ZoneSetting } from './zone-setting.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.classLife'))('title') };
}

async function SettingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireAnyClass(id, `/classes/${id}/settings`);
  const t = await getTranslations('desk.classLife');
  return (
    <ClassFrame viewer={viewer} found={found} tab="settings">
      <div className="mx-auto grid max-w-[720px] grid-cols-[minmax(0,1fr)] gap-6">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        {!found.aside && <ZoneSetting classId={id} initial={found.timeZone} />}
        <ClassLife classId={id} name={found.name} aside={found.aside} />
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/settings', SettingsPage);
